import { type Danger, dangers, type Impact } from "../../analysis/requests/impact/change";
import { impact } from "../../analysis/requests/impact/impact";
import { failOnOf } from "../fail-on";
import { impactJson, impactMarkdown, impactText } from "../output/impact";
import { styleOf } from "../output/style";
import { told } from "../output/told";
import { declaredMesh } from "../read/declared-mesh";
import type { Given } from "../read/given";
import type { Input } from "../read/input";
import { UsageError } from "../usage-error";
import type { ImpactCommand } from "./options";
import { readSource } from "./source";

/** How the command ends. */
const ExitCode = { Well: 0, Danger: 1, Unreadable: 2 } as const;

function written(found: Impact, output: ImpactCommand["output"]): string {
  switch (output) {
    case "json":
      return impactJson(found);
    case "markdown":
      return impactMarkdown(found);
    case "text":
      return impactText(found, styleOf(process.stdout));
  }
}

const isMinded = ({ changes }: Impact, failOn: readonly Danger[]): boolean =>
  dangers.some((one) => failOn.includes(one) && changes.some(({ danger }) => danger === one));

/** Whether nothing of a set could be read: all of the other would be told as new, or as gone. */
const isUnread = ({ input: { problems, objects } }: Given): boolean =>
  problems.length > 0 && objects.length === 0;

/** What a cluster that is not named otherwise declares of the set before. */
const nothing: Input = { objects: [], problems: [], skipped: [] };

async function setsOf(
  first: string,
  second: string | undefined,
  { kubeContext, namespace, wholeCluster }: ImpactCommand,
): Promise<{ before: Given; after: Given }> {
  const read = (source: string) => readSource(source, wholeCluster);
  if (kubeContext !== undefined) {
    const before = second === undefined ? nothing : (await read(first)).input;
    const after = (await read(second ?? first)).input;
    const { liveSets } = await import("../read/live.js");
    return liveSets(kubeContext, { before, after }, namespace);
  }
  if (second === undefined) {
    throw new UsageError(
      "name two sets, or the one that is applied to a cluster by --kube-context",
    );
  }
  return { before: await read(first), after: await read(second) };
}

/** `istio-mesh impact`: the exit code. */
export async function impactOf(
  first: string,
  second: string | undefined,
  command: ImpactCommand,
): Promise<number> {
  const failOn = failOnOf(command.failOn);
  if (second === undefined && command.kubeContext === undefined) {
    throw new UsageError(
      "name two sets, or the one that is applied to a cluster by --kube-context",
    );
  }
  if (first === "-" && second === "-") {
    throw new UsageError("standard input can be one of both sets only");
  }
  const { before, after } = await setsOf(first, second, command);
  const options = { ...command, stack: [] };
  const problems = [...before.input.problems, ...after.input.problems];
  told("istio-mesh: ", problems);
  if ([before, after].some(isUnread)) {
    return ExitCode.Unreadable;
  }
  told("istio-mesh: left out: ", [...before.input.skipped, ...after.input.skipped]);
  const found = impact(await declaredMesh(before, options), await declaredMesh(after, options));
  process.stdout.write(`${written(found, command.output)}\n`);
  if (problems.length > 0) {
    return ExitCode.Unreadable;
  }
  return isMinded(found, failOn) ? ExitCode.Danger : ExitCode.Well;
}
