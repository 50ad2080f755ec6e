import assert from "node:assert/strict";
import { runField, runProgram, type Seen } from "./field-program";

/** One way of being right. It answers what is missing, or nothing when the program is right so. */
export type Way = (seen: Seen) => string | undefined;

export interface Refused {
  /** Component and name as the program has them, e.g. `Canary "web"`. */
  by: string | RegExp;
  /** Path of the argument. */
  at: string | RegExp;
  /** Words that decide. */
  words: RegExp;
  /** For values that arrive while the program runs: the component is there already. */
  late?: boolean;
}

const fits = (text: string, wanted: string | RegExp) =>
  typeof wanted === "string" ? text === wanted : wanted.test(text);

/** The component is refused by the argument's path, before anything of it is registered. */
export const refused =
  ({ by, at, words, late = false }: Refused): Way =>
  ({ refusals }) => {
    const found = refusals.some(
      ({ subject, problems, early }) =>
        (late || early) &&
        fits(subject, by) &&
        problems.some(({ path, reason }) => fits(path, at) && words.test(`${path}: ${reason}`)),
    );
    return found ? undefined : `no refusal of ${by} at ${at} with ${words}`;
  };

/** The program runs to its end with a warning in these words. */
export const warned =
  (words: RegExp): Way =>
  ({ refusals, warnings }) =>
    refusals.length === 0 && warnings.some((text) => words.test(text))
      ? undefined
      : `no warning with ${words}`;

/** Refused or warned, in the same words. */
export const told = (wanted: Refused): Way[] => [refused(wanted), warned(wanted.words)];

/** The program is accepted, and what it made is as `holds` wants it. */
export const made =
  (what: string, holds: (seen: Seen) => boolean): Way =>
  (seen) =>
    seen.refusals.length === 0 && holds(seen) ? undefined : `not so: ${what}`;

/** The same without a warning. */
export const silent = (what: string, holds: (seen: Seen) => boolean = () => true): Way =>
  made(`${what}, without a warning`, (seen) => seen.warnings.length === 0 && holds(seen));

/** All of several ways. */
export const every =
  (...ways: Way[]): Way =>
  (seen) => {
    const missing = ways.flatMap((way) => way(seen) ?? []);
    return missing.length > 0 ? missing.join("; ") : undefined;
  };

/** Fails with what was seen unless one of the ways holds. */
export function assertRight(seen: Seen, ways: readonly Way[]): void {
  const missing = ways.map((way) => way(seen));
  if (missing.every((one) => one !== undefined)) {
    assert.fail(
      `none of these holds:\n${list(missing as string[])}\nseen:\n${list(described(seen))}`,
    );
  }
}

const list = (lines: readonly string[]) => lines.map((line) => `  - ${line}`).join("\n");

function described({ refusals, warnings, asked }: Seen): string[] {
  const kinds = asked
    .filter(({ type }) => type.startsWith("kubernetes:"))
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .sort();
  return [
    ...refusals.map(({ text, early }) => `${early ? "refused" : "refused late"}: ${text}`),
    ...warnings.map((text) => `warned: ${text}`),
    `asked for: ${kinds.join(", ") || "nothing"}`,
  ];
}

/** What programs that install something read from their configuration. */
const installConfig = {
  charts: { path: process.env.ISTIO_MESH_CHARTS ?? "charts" },
  gatewayApi: "gateway-api.yaml",
  "kubernetes:renderYamlToDirectory": "build/test/field/rendered",
};

/** A test of a case: the program of test/field/cases is right in one of these ways. */
export function fieldCase(title: string, file: string, ...ways: Way[]): void {
  it(title, async () => {
    assertRight(await runField(`test/field/cases/${file}.ts`, installConfig), ways);
  });
}

/** The same for a program that is written in the test. */
export function ownCase(title: string, program: () => unknown, ...ways: Way[]): void {
  it(title, async () => {
    assertRight(await runProgram(program, installConfig), ways);
  });
}
