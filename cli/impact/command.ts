import { type Danger, dangers, type Impact } from "../../analysis/requests/impact/change";
import { impact } from "../../analysis/requests/impact/impact";
import { failOnOf } from "../fail-on";
import { impactJson, impactMarkdown, impactText } from "../output/impact";
import { styleOf } from "../output/style";
import { told } from "../output/told";
import { declaredMesh } from "../read/declared-mesh";
import type { Given } from "../read/given";
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

/** `istio-mesh impact`: the exit code. */
export async function impactOf(old: string, now: string, command: ImpactCommand): Promise<number> {
  const failOn = failOnOf(command.failOn);
  if (old === "-" && now === "-") {
    throw new UsageError("standard input can be one of both sets only");
  }
  const [before, after] = [
    await readSource(old, command.wholeCluster),
    await readSource(now, command.wholeCluster),
  ];
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
