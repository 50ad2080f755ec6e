import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { isGoTrue } from "../../../values/go-boolean";
import { dryRunAnnotation } from "../../../values/known-names";
import type { Declared } from "../declared-set";
import type { Policies } from "./policies";
import type { Workload } from "./workloads";

type Policy = Declared<AuthorizationPolicySpec>;

/** Whether a policy is only on trial: told, not enforced. */
export const isOnTrial = ({ annotations }: Pick<Policy, "annotations">): boolean =>
  isGoTrue(annotations[dryRunAnnotation] ?? "");

/**
 * Whether a policy has a selector that says nothing. To sidecars it is for its whole namespace; istiod hands it
 * to ztunnel as one for labels, and finds no workload for it.
 */
export const hasEmptySelector = ({ spec: { selector } }: Pick<Policy, "spec">): boolean =>
  selector !== undefined && selector.matchLabels === undefined;

/** Whether ztunnel follows a policy before the workloads that it is for. */
export const reachesZtunnel = (policy: Policy): boolean =>
  !hasEmptySelector(policy) && !isOnTrial(policy);

/** The policies of a workload that what stands before it follows. */
export function policiesBefore(
  policies: Policies<AuthorizationPolicySpec>,
  workload: Workload,
): readonly Policy[] {
  const own = policies.on(workload);
  return workload.mode === "ambient" && !workload.gateway ? own.filter(reachesZtunnel) : own;
}
