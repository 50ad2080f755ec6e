import assert from "node:assert/strict";
import fc from "fast-check";
import { wordsOfRules } from "../schemas/rule-words";
import {
  durationProblem,
  envoyDuration,
  isNoTime,
  millisecondsOf,
  millisecondsOrNoneProblem,
  millisecondsProblem,
  plainDurationProblem,
  secondsOf,
  secondsProblem,
  withoutFractions,
} from "./duration";

type Check = (text: string) => string | undefined;

const tables: [string, Check, good: string[], bad: string[]][] = [
  [
    "durationProblem",
    durationProblem,
    ["0", "-1s", "1h2m3.5s", ".5s", "1.s", "1µs"],
    ["", "1", "s", ".s", "1 s", "1d"],
  ],
  [
    "millisecondsProblem",
    millisecondsProblem,
    ["1ms", "1.5s", "1000us"],
    ["0s", "1us", "1.5ms", "-1s", "x"],
  ],
  ["secondsProblem", secondsProblem, ["1s", "1000ms", "1.5m"], ["1500ms", "0s", "x"]],
  [
    "millisecondsOrNoneProblem",
    millisecondsOrNoneProblem,
    ["0", "0s", "999us", "-1us", "1ms"],
    ["-1ms", "1500us", "x"],
  ],
  [
    "plainDurationProblem",
    plainDurationProblem,
    ["1ms", "0.5s", "1m30s", "2h", "1.5ms"],
    ["", "5", "0s", "0.1ms", "2 s", "1d", "-1s", "+1s", ".5s", "1.s", "1000us"],
  ],
];

describe("duration", () => {
  for (const [name, problemOf, good, bad] of tables) {
    it(name, () => {
      assert.deepEqual(
        good.filter((text) => problemOf(text) !== undefined),
        [],
      );
      assert.deepEqual(
        bad.filter((text) => problemOf(text) === undefined),
        [],
      );
    });
  }

  it("has one text for one mistake, also where a rule of the definitions finds it", () => {
    const text = 'is not a duration of at least 1ms; write for example "250ms", "2s" or "1m30s"';
    assert.equal(millisecondsProblem("x"), text);
    assert.equal(secondsProblem("0s"), text);
    assert.equal(plainDurationProblem("x"), text);
    assert.equal(wordsOfRules["duration(self) >= duration('1ms')"], text);
    assert.equal(millisecondsProblem("1.5ms"), "is not a whole number of milliseconds");
    assert.equal(secondsProblem("1.5s"), "is not a whole number of seconds");
  });

  it("knows when nothing is meant", () => {
    assert.deepEqual(["0s", "0ms", "0.0h0s", "00m"].map(isNoTime), [true, true, true, true]);
    assert.deepEqual(["0", "1ms", "", "0.1s", "-0s"].map(isNoTime), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("has the length in milliseconds, and 0 for what is none", () => {
    assert.deepEqual(
      ["1ms", "1m30s", "1.5h", "0.25ms", "-2s", "soon"].map(millisecondsOf),
      [1, 90_000, 5_400_000, 0.25, -2_000, 0],
    );
  });

  it("has the length in seconds", () => {
    assert.deepEqual(["1s", "1m30s", "1.5h"].map(secondsOf), [1, 90, 5_400]);
  });

  it("is written as Envoy reads it", () => {
    assert.deepEqual(["1s", "250ms", "1m30s", "1.5h", "1ms"].map(envoyDuration), [
      "1s",
      "0.25s",
      "90s",
      "5400s",
      "0.001s",
    ]);
  });

  it("is written without fractions, and as it is when it has none", () => {
    assert.deepEqual(["0.5s", "1.5s", "1.25h0.5s", "90s"].map(withoutFractions), [
      "500ms",
      "1s500ms",
      "1h15m500ms",
      "90s",
    ]);
  });

  it("stays as long as it is when it is written without fractions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (thousandths) => {
        const text = `${thousandths / 1000}s`;
        assert.equal(millisecondsOf(withoutFractions(text)), thousandths);
      }),
    );
  });
});
