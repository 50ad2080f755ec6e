import type { PolicyFact } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import { covers, inWords, rootNamespace } from "../policy-reach";
import type { AuthorizationRule } from "./authorization-args";
import { AuthorizationAction } from "./authorization-args";

const isForAll = ({ from, to, when }: AuthorizationRule): boolean =>
  from === undefined && to === undefined && when === undefined;

/** Whether a policy lets everybody ask for everything. */
export const letsAllIn = (
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): boolean => action === AuthorizationAction.Allow && rules.some(isForAll);

/** One ALLOW policy that fits is enough, so a list beside one for everybody keeps nobody out. */
export const checkOfOpenDoor = (list: PolicyFact, path: string): EndCheck => ({
  path,
  reason(program) {
    const root = rootNamespace(program);
    const [open] = program.said("openToAll").filter(({ reach }) => covers(reach, list.reach, root));
    return (
      open &&
      `keeps nobody out: ${open.owner} lets everybody in for ${inWords(open.reach, root)}, and one ALLOW policy that fits is enough; leave one of them out`
    );
  },
});
