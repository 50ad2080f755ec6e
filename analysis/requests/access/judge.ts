import type { DeniedBy } from "../answer";
import { type Step, stepOf } from "../trail";
import type { Fit } from "./fit";
import type { Guard, GuardPart, GuardRule, Policy } from "./guard";
import type { Subject } from "./subject";

/** What policies say of something. */
export interface Judgement {
  /** Whether it is taken, as far as that can be said. */
  readonly taken: Fit;
  readonly deniedBy?: DeniedBy;
  readonly steps: readonly Step[];
  readonly wouldBeDeniedBy: readonly DeniedBy[];
}

/** A policy, and the rule that decides where one does. */
export const deniedBy = ({ id }: Policy, rule?: number): DeniedBy => ({
  kind: id.kind,
  namespace: id.namespace,
  name: id.name,
  ...(rule !== undefined && { rule }),
});

/** The step of a rule. */
export const ruleStep = ({ policy, rule }: GuardRule): Step =>
  stepOf(policy, `spec.rules[${rule}]`);

/** The first rule that takes something, or what keeps it from being said. */
function firstRule(
  { rules }: Pick<GuardPart, "rules">,
  subject: Subject,
): GuardRule | { readonly unsaid: readonly string[] } | undefined {
  const unsaid: string[] = [];
  for (const rule of rules) {
    const fit = rule.fits(subject);
    if (fit === true) {
      return rule;
    }
    if (fit !== false) {
      unsaid.push(...fit.unsaid);
    }
  }
  return unsaid.length === 0 ? undefined : { unsaid };
}

function onTrial({ trial }: Guard, subject: Subject): DeniedBy[] {
  if (trial.deny.policies.length + trial.allow.policies.length === 0) {
    return [];
  }
  const denied = firstRule(trial.deny, subject);
  const allowed = firstRule(trial.allow, subject);
  const [first] = trial.allow.policies;
  return [
    ...(denied && "rule" in denied ? [deniedBy(denied.policy, denied.rule)] : []),
    ...(first && allowed === undefined ? [deniedBy(first)] : []),
  ];
}

/** What the policies of DENY and ALLOW say: one that denies wins, and where some allow, one has to. */
export function judge(guard: Guard, subject: Subject): Judgement {
  const wouldBeDeniedBy = onTrial(guard, subject);
  const denied = firstRule(guard.deny, subject);
  if (denied && "rule" in denied) {
    const by = deniedBy(denied.policy, denied.rule);
    return { taken: false, deniedBy: by, steps: [ruleStep(denied)], wouldBeDeniedBy };
  }
  const [first] = guard.allow.policies;
  const allowed = first && firstRule(guard.allow, subject);
  if (first && allowed === undefined) {
    const steps = [stepOf(first, "spec.rules")];
    return { taken: false, deniedBy: deniedBy(first), steps, wouldBeDeniedBy };
  }
  const unsaid = [denied, allowed].flatMap((one) => (one && "unsaid" in one ? one.unsaid : []));
  const steps = allowed && "rule" in allowed ? [ruleStep(allowed)] : [];
  return { taken: unsaid.length === 0 || { unsaid }, steps, wouldBeDeniedBy };
}
