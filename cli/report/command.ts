import { checks } from "../../analysis/mesh/checks";
import { Scope } from "../../analysis/mesh/scope";
import type { Impact, NotJudgedPart } from "../../analysis/requests/impact/change";
import { impact } from "../../analysis/requests/impact/impact";
import { difference } from "../check/against";
import { toldOf } from "../check/check-names";
import type { Judgement } from "../check/judgement";
import { judging } from "../check/judging";
import { failOnOf } from "../fail-on";
import { styleOf } from "../output/style";
import { placeWords } from "../output/text";
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
import { appliedSets, setsOf } from "./sets";
import { withLevels } from "./stack-settings";
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

interface GivenSets {
  before: Given;
  after: Given;
  /** Set for a cluster, where others may have changed what the stack declares. */
  declared?: Given;
}

/** Both sets: those of the stack alone, or of the cluster that they are a part of. */
async function givenSets(
  preview: Preview,
  file: string,
  { kubeContext, namespace }: ReportCommand,
): Promise<GivenSets> {
  if (kubeContext === undefined) {
    const { before, after } = setsOf(preview, file);
    return { before: given(before), after: given(after) };
  }
  const { liveSets } = await import("../read/live.js");
  return liveSets(kubeContext, appliedSets(preview, file), namespace);
}

const noImpact: Impact = { changes: [], notJudged: [], asked: 0 };

/** What both sets say, where both are there as a whole. */
async function judged(
  preview: Preview,
  file: string,
  command: ReportCommand,
): Promise<Omit<Judged, "exceptions" | "isLive"> & { problems: readonly Problem[] }> {
  if (preview.leftOut !== undefined || preview.failures.length > 0) {
    const findings = { introduced: [], fixed: [] };
    return { impact: noImpact, drift: noImpact, findings, problems: [] };
  }
  const { before: old, after: made, declared } = await givenSets(preview, file, command);
  const { settings } = preview;
  const judge = await judging(
    {
      ...command,
      only: [],
      skip: [],
      suppress: [...command.suppress, ...settings.suppress],
      external: [...command.external, ...settings.external],
    },
    toldOf(checks),
  );
  const [before, after] = [judge(old), judge(made)];
  const found = (judgement: Judgement) => withLevels(judgement.findings, settings);
  const meshOf = (set: Given) => declaredMesh(set, { ...command, stack: [] });
  const becomes = await meshOf(made);
  return {
    impact:
      command.kubeContext === undefined && isNew(preview)
        ? noImpact
        : impact(await meshOf(old), becomes),
    drift: declared === undefined ? noImpact : impact(becomes, await meshOf(declared)),
    findings: difference(found(before), found(after)),
    problems: [...before.problems, ...after.problems],
  };
}

/** A comment says that something is missing; what exactly may name addresses, and is told beside it. */
const unreadParts = (problems: readonly Problem[]): NotJudgedPart[] => {
  const places = new Set(problems.map(({ message: _, ...place }) => placeWords(place)));
  return [...places].map((place) => ({
    reason: `${place || "something"} could not be read; the command's output says why`,
  }));
};

/** `istio-mesh report`: the exit code. */
export async function report(file: string, command: ReportCommand): Promise<number> {
  const failOn = failOnOf(command.failOn);
  const exceptions = command.allow.map(exceptionOf);
  const preview = await previewFrom(file);
  const { problems, impact: known, ...rest } = await judged(preview, file, command);
  const impact = { ...known, notJudged: [...unreadParts(problems), ...known.notJudged] };
  const isLive = command.kubeContext !== undefined;
  const found = reportOf(preview, { ...rest, impact, exceptions, isLive });
  told("istio-mesh: ", problems);
  process.stdout.write(`${await written(found, command)}\n`);
  if (problems.length > 0) {
    return ExitCode.Unreadable;
  }
  return isMinded(found, failOn) ? ExitCode.Danger : ExitCode.Well;
}
