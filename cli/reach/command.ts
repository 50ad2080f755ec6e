import { type Reach, reach } from "../../analysis/requests/reach/reach";
import { fitsGlob } from "../../values/pattern";
import { reachJson, reachTable } from "../output/reach";
import { reachMermaid } from "../output/reach-mermaid";
import { styleOf } from "../output/style";
import { told } from "../output/told";
import { declaredMesh } from "../read/declared-mesh";
import { mustName, readGiven } from "../read/given";
import type { ReachCommand } from "./options";

/** How the command ends. */
const ExitCode = { Well: 0, Unreadable: 2 } as const;

/** Whether one of several patterns fits, or there is none. */
const fits =
  (patterns: readonly string[]) =>
  (...names: readonly string[]): boolean =>
    patterns.length === 0 ||
    patterns.some((pattern) => names.some((name) => fitsGlob(pattern, name)));

async function written(all: readonly Reach[], output: ReachCommand["output"]): Promise<string> {
  switch (output) {
    case "json":
      return reachJson(all);
    case "mermaid":
      return reachMermaid(all);
    case "svg":
      return (await import("../output/reach-svg.js")).reachSvg(all);
    case "table":
      return reachTable(all, styleOf(process.stdout));
  }
}

/** `istio-mesh reach`: the exit code. */
export async function reachOf(paths: readonly string[], command: ReachCommand): Promise<number> {
  mustName(paths, command, "read");
  const given = await readGiven(paths, command);
  told("istio-mesh: ", given.input.problems);
  told("istio-mesh: left out: ", given.input.skipped);
  const [isFrom, isTo] = [fits(command.from), fits(command.to)];
  const all = reach(await declaredMesh(given, command), {
    from: isFrom,
    to: (name) => isTo(name, name.slice(0, name.lastIndexOf(":"))),
  });
  if (all.length === 0) {
    told("istio-mesh: ", [
      {
        message:
          command.from.length + command.to.length > 0
            ? "no client and host of the set are those of --from and --to, which are written name.namespace"
            : "the set has nobody who calls, or nobody to call",
      },
    ]);
  }
  process.stdout.write(`${await written(all, command.output)}\n`);
  return given.input.problems.length > 0 ? ExitCode.Unreadable : ExitCode.Well;
}
