import { checks } from "../../analysis/mesh/checks";
import { checkList, explanation } from "../output/explain";
import { jsonReport } from "../output/json";
import { styleOf } from "../output/style";
import { textReport } from "../output/text";
import { told } from "../output/told";
import { type Given, mustName, readGiven } from "../read/given";
import type { Problem } from "../read/input";
import { type Difference, difference } from "./against";
import { named, type Told, toldOf } from "./check-names";
import { isAtLeast, type Judgement, type Located } from "./judgement";
import { judging } from "./judging";
import type { CheckCommand, Threshold } from "./options";

/** How the command ends. */
const ExitCode = { Clean: 0, Findings: 1, Unreadable: 2 } as const;

const out = (text: string): void => void process.stdout.write(`${text}\n`);

/** Whether findings are as grave as the caller minds. */
const minded = (findings: readonly Located[], failOn: Threshold): boolean =>
  failOn !== "none" && findings.some(({ finding }) => isAtLeast(finding.level, failOn));

async function report(
  command: CheckCommand,
  judgement: Judgement,
  all: readonly Told[],
  against?: Difference,
) {
  if (command.output === "json") {
    return jsonReport(judgement, against);
  }
  if (command.output === "sarif") {
    const { sarifReport } = await import("../output/sarif.js");
    return sarifReport(judgement, all);
  }
  const style = styleOf(process.stdout);
  if (against) {
    const { differenceText } = await import("../output/difference.js");
    return differenceText(judgement, against, style);
  }
  return textReport(judgement, style);
}

/** What was asked for about checks themselves. */
function aboutChecks({ list, explain, output }: CheckCommand, all: readonly Told[]): void {
  const wanted = explain === undefined ? all : named(explain, all);
  if (output === "json") {
    out(JSON.stringify(wanted, undefined, 2));
    return;
  }
  const style = styleOf(process.stdout);
  out(list ? checkList(wanted, style) : wanted.map((one) => explanation(one, style)).join("\n\n"));
}

/** `istio-mesh check`: the exit code. */
export async function check(paths: readonly string[], command: CheckCommand): Promise<number> {
  const all = toldOf(checks);
  if (command.list || command.explain !== undefined) {
    aboutChecks(command, all);
    return ExitCode.Clean;
  }
  mustName(paths, command, "check");
  const judged = await judging(command, all);
  const read = () => readGiven(paths, command);
  let judgement = judged(await read());
  if (command.fix || command.write) {
    const { mend } = await import("../fix/mend.js");
    const { patch, left } = mend(judgement, command.write === true);
    told("istio-mesh: ", left);
    if (!command.write) {
      told("istio-mesh: ", judgement.problems);
      process.stdout.write(patch);
      return exitCode(judgement.problems, judgement.findings, command);
    }
    judgement = judged(await read());
  }
  const earlier = await earlierOf(paths, command, judged);
  const against = earlier && difference(earlier.findings, judgement.findings);
  const problems = [...judgement.problems, ...(earlier?.problems ?? [])];
  told("istio-mesh: ", problems);
  told("istio-mesh: left out: ", judgement.skipped);
  out(await report(command, judgement, all, against));
  return exitCode(problems, against?.introduced ?? judgement.findings, command);
}

function exitCode(
  problems: readonly Problem[],
  findings: readonly Located[],
  { failOn }: CheckCommand,
): number {
  if (problems.length > 0) {
    return ExitCode.Unreadable;
  }
  return minded(findings, failOn) ? ExitCode.Findings : ExitCode.Clean;
}

/** The earlier set is read as the one that is compared with it: as a stack, where that is one. */
async function earlierOf(
  paths: readonly string[],
  command: CheckCommand,
  judged: (given: Given) => Judgement,
): Promise<Judgement | undefined> {
  const { against, stack } = command;
  if (against === undefined) {
    return undefined;
  }
  const isStack = paths.length === 0 && stack.length > 0;
  const { kubeContext: _, ...rest } = command;
  const own = { ...rest, stack: isStack ? [against] : [] };
  return judged(await readGiven(isStack ? [] : [against], own));
}
