import type { Subset, TrafficPolicy } from "../../../../schemas/kinds/networking/destination-rule";
import type { Labels } from "../../../mesh/model/selector";
import type { Step } from "../../trail";

/** A DestinationRule as istiod reads it. */
export interface ClientRule {
  readonly namespace: string;
  /** In full. */
  readonly host: string;
  /** As it is written, the namespace itself for those that choose proxies. */
  readonly exportTo: readonly string[];
  /** Labels of the proxies that it is for; undefined for all. */
  readonly selector: Labels | undefined;
  readonly trafficPolicy: TrafficPolicy | undefined;
  readonly subsets: readonly Subset[];
  /** Whether istiod makes it of policies of the Gateway API: what is written as a rule goes before it. */
  readonly isBackendPolicy: boolean;
  /** The step of one of its fields. */
  readonly stepAt: (path: string) => Step;
}

/** A subset, and where it stands. */
export interface JoinedSubset {
  readonly subset: Subset;
  readonly step: Step;
}

/** What the rules of one host come to in one namespace. */
export interface JoinedRule {
  readonly namespace: string;
  readonly exportTo: readonly string[];
  readonly selector: Labels | undefined;
  readonly policy: { readonly policy: TrafficPolicy; readonly step: Step } | undefined;
  readonly subsets: readonly JoinedSubset[];
  readonly isBackendPolicy: boolean;
}

const alone = (rule: ClientRule): JoinedRule => ({
  namespace: rule.namespace,
  exportTo: rule.exportTo,
  selector: rule.selector,
  policy: rule.trafficPolicy && {
    policy: rule.trafficPolicy,
    step: rule.stepAt("spec.trafficPolicy"),
  },
  isBackendPolicy: rule.isBackendPolicy,
  subsets: rule.subsets.map((subset, i) => ({ subset, step: rule.stepAt(`spec.subsets[${i}]`) })),
});

type StatedPolicy = NonNullable<JoinedRule["policy"]>;

const portOf = ({ port }: { port?: { number?: number } }): number | undefined => port?.number;

/** What a policy of the Gateway API adds to what a rule says: what the rule leaves open, also at each port. */
function filled(
  { policy: own, step }: StatedPolicy,
  { policy: under, step: underStep }: StatedPolicy,
): StatedPolicy {
  const { portLevelSettings: ports = [] } = own;
  const { portLevelSettings: underPorts = [] } = under;
  const both = ports.map((one) => ({
    ...underPorts.find((other) => portOf(other) === portOf(one)),
    ...one,
  }));
  const more = underPorts.filter((other) => !ports.some((one) => portOf(one) === portOf(other)));
  const portLevelSettings = [...both, ...more];
  return {
    policy: {
      ...under,
      ...own,
      ...(portLevelSettings.length > 0 && { portLevelSettings }),
    },
    step: own.tls ? step : underStep,
  };
}

function joinedPolicy(first: JoinedRule, more: JoinedRule): JoinedRule["policy"] {
  if (first.isBackendPolicy === more.isBackendPolicy || !first.policy || !more.policy) {
    return first.policy ?? more.policy;
  }
  return more.isBackendPolicy
    ? filled(first.policy, more.policy)
    : filled(more.policy, first.policy);
}

/** The first policy stays, and of subsets of one name the first. */
function joined(first: JoinedRule, more: JoinedRule): JoinedRule {
  const own = new Set(first.subsets.map(({ subset }) => subset.name));
  return {
    ...first,
    policy: joinedPolicy(first, more),
    subsets: [...first.subsets, ...more.subsets.filter(({ subset }) => !own.has(subset.name))],
  };
}

const covers = (one: readonly string[], other: readonly string[]): boolean =>
  other.every((name) => one.includes(name));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  covers(one, other) && covers(other, one);

const hasSameLabels = (one: Labels, other: Labels): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value);

/**
 * A further rule of a host among those before it: it joins those that are exported alike, or to fewer, and that
 * choose the same proxies. Where it joins none it stands alone; where it only is exported to more, too.
 */
export function withRule(before: readonly JoinedRule[], rule: ClientRule): readonly JoinedRule[] {
  const own = alone(rule);
  let standsAlone = true;
  const after = before.map((one) => {
    const isAlike = isSame(one.exportTo, rule.exportTo);
    const isWider = one.exportTo.length > 0 && covers(rule.exportTo, one.exportTo);
    standsAlone = !isAlike;
    if (!isAlike && !isWider) {
      return one;
    }
    if (one.selector && rule.selector && !hasSameLabels(one.selector, rule.selector)) {
      standsAlone = true;
      return one;
    }
    if ((one.selector === undefined) === (rule.selector === undefined)) {
      standsAlone = false;
    }
    return joined(one, own);
  });
  return standsAlone ? [...after, own] : after;
}
