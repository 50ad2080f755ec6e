import { checks } from "../../analysis/mesh/checks";
import type { Given } from "../read/given";
import { meshConfigFrom, releaseFor } from "../read/mesh-settings";
import { chosen, type Told } from "./check-names";
import { type Judgement, type Judging, judge } from "./judgement";
import type { CheckCommand } from "./options";
import { suppressions } from "./settings";

/** By which checks sets are judged, and as what. */
export type JudgingOptions = Pick<
  CheckCommand,
  "only" | "skip" | "suppress" | "external" | "meshConfig" | "namespace" | "release"
>;

/** The judgement of sets by the options of a command. */
export async function judging(
  { only, skip, suppress, external, meshConfig, namespace, release }: JudgingOptions,
  all: readonly Told[],
): Promise<(given: Given) => Judgement> {
  const own: Omit<Judging, "scope"> = {
    checks,
    chosen: chosen(all, only, skip),
    suppressions: suppressions(suppress),
    ...(namespace !== undefined && { namespace }),
  };
  const config = await meshConfigFrom(meshConfig);
  const installed = releaseFor(release);
  return ({ input, scope, unread }) =>
    judge(input, {
      ...own,
      ...(config && { meshConfig: config }),
      ...(installed && { release: installed }),
      scope,
      external: [...external, ...unread],
    });
}
