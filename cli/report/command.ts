import { checks } from "../../analysis/mesh/checks";
import { Scope } from "../../analysis/mesh/scope";
import type { Impact } from "../../analysis/requests/impact/change";
import { impact } from "../../analysis/requests/impact/impact";
import { difference } from "../check/against";
import { toldOf } from "../check/check-names";
import { judging } from "../check/judging";
import { failOnOf } from "../fail-on";
import { styleOf } from "../output/style";
import { told } from "../output/told";
import { declaredMesh } from "../read/declared-mesh";
import { fileText } from "../read/file-text";
import type { Given } from "../read/given";
import type { Input, Problem } from "../read/input";
import { pulumiDocument } from "../read/preview-events";
import { UsageError } from "../usage-error";
import { exceptionOf } from "./exceptions";
import type { ReportCommand } from "./options";
import { type Preview, previewOf } from "./preview";
import { isNew, type Judged, type Report, reportOf } from "./report";
import { type Sets, setsOf } from "./sets";
import { isMinded } from "./verdict";

/** How the command ends. */
const ExitCode = { Well: 0, Danger: 1, Unreadable: 2 } as const;

async function textOf(file: string, name: string): Promise<string> {
  try {
    return await fileText(file);
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`);
  }
}

/** Nothing of a text that cannot be read is told: it may hold secrets. */
function jsonOf(text: string): unknown {
  try {
    return pulumiDocument(text);
  } catch {
    return undefined;
  }
}

async function previewFrom(file: string): Promise<Preview> {
  const name = file === "-" ? "standard input" : file;
  const preview = previewOf(jsonOf(await textOf(file, name)));
  if (preview === undefined) {
    throw new UsageError(`${name} is no preview: pulumi preview --json --show-sames writes one`);
  }
  return preview;
}

async function written(
  report: Report,
  { output, requestsOnly = false }: ReportCommand,
): Promise<string> {
  switch (output) {
    case "markdown":
      return (await import("./markdown.js")).markdownReport(report);
    case "json":
      return (await import("./json.js")).jsonReport(report);
    case "text":
      return (await import("./text.js")).textReport(report, styleOf(process.stdout), requestsOnly);
  }
}

const given = (input: Input): Given => ({ input, scope: Scope.Program, unread: [] });

/** Both sets: those of the stack alone, or of the cluster that they are a part of. */
async function givenSets(
  sets: Sets,
  { kubeContext, namespace }: ReportCommand,
): Promise<[Given, Given]> {
  if (kubeContext === undefined) {
    return [given(sets.before), given(sets.after)];
  }
  const { liveSets } = await import("../read/live.js");
  const { before, after } = await liveSets(kubeContext, sets, namespace);
  return [before, after];
}

const noImpact: Impact = { changes: [], notJudged: [], asked: 0 };

/** What both sets say, where both are there as a whole. */
async function judged(
  preview: Preview,
  file: string,
  command: ReportCommand,
): Promise<Omit<Judged, "exceptions" | "isLive"> & { problems: readonly Problem[] }> {
  if (preview.leftOut !== undefined || preview.failures.length > 0) {
    return { impact: noImpact, findings: { introduced: [], fixed: [] }, problems: [] };
  }
  const [old, made] = await givenSets(setsOf(preview, file), command);
  const judge = await judging({ ...command, only: [], skip: [] }, toldOf(checks));
  const [before, after] = [judge(old), judge(made)];
  const options = { ...command, stack: [] };
  return {
    impact:
      command.kubeContext === undefined && isNew(preview)
        ? noImpact
        : impact(await declaredMesh(old, options), await declaredMesh(made, options)),
    findings: difference(before.findings, after.findings),
    problems: [...before.problems, ...after.problems],
  };
}

/** `istio-mesh report`: the exit code. */
export async function report(file: string, command: ReportCommand): Promise<number> {
  const failOn = failOnOf(command.failOn);
  const exceptions = command.allow.map(exceptionOf);
  const preview = await previewFrom(file);
  const { problems, ...rest } = await judged(preview, file, command);
  const isLive = command.kubeContext !== undefined;
  const found = reportOf(preview, { ...rest, exceptions, isLive });
  told("istio-mesh: ", problems);
  process.stdout.write(`${await written(found, command)}\n`);
  if (problems.length > 0) {
    return ExitCode.Unreadable;
  }
  return isMinded(found, failOn) ? ExitCode.Danger : ExitCode.Well;
}
