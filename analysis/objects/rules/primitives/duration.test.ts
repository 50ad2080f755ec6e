import assert from "node:assert/strict";
import {
  durationProblem,
  millisecondsOrNoneProblem,
  millisecondsProblem,
  secondsProblem,
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
});
