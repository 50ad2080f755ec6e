import { check, type Found } from "../check";
import { Kind } from "../kinds";
import type { Rule } from "../model/destination-rules";
import { listed, named, quoted } from "../words";

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const exportedTo = ({ exportTo, namespace }: Rule): string[] =>
  exportTo.map((name) => (name === "." ? namespace : name)).sort();

const isChosen = ({ source }: Rule): boolean => source.spec.workloadSelector !== undefined;

/** What is lost of two rules that istiod is to join, if anything is. */
function loss(one: Rule, other: Rule): string | undefined {
  if (!same(exportedTo(one), exportedTo(other))) {
    return "they are exported to different namespaces, so they are not joined, and clients follow one of them";
  }
  const names = other.subsets.map(({ name }) => name);
  const shared = one.subsets.map(({ name }) => name).filter((name) => names.includes(name));
  if (shared.length > 0) {
    return `both have subset ${listed(shared.map(quoted))}, of which the older rule's is kept`;
  }
  const [policy, otherPolicy] = [one.source.spec.trafficPolicy, other.source.spec.trafficPolicy];
  return policy !== undefined && otherPolicy !== undefined && !same(policy, otherPolicy)
    ? "each has a trafficPolicy of its own, of which the older rule's is kept"
    : undefined;
}

function finding(rule: Rule, others: readonly Rule[]): Found | undefined {
  const lost = others.flatMap((other) => {
    const reason = loss(rule, other);
    return reason === undefined ? [] : [{ reason, id: other.source.id }];
  });
  const [first] = lost;
  if (first !== undefined) {
    return {
      path: "spec.host",
      message: `${quoted(rule.host)} has ${named([first.id])} too: ${first.reason}`,
      related: lost.map(({ id }) => id),
    };
  }
  const whole = others.filter(({ subsets }) => subsets.length === 0 || rule.subsets.length === 0);
  return whole.length === 0
    ? undefined
    : {
        path: "spec.host",
        message: `${quoted(rule.host)} has ${named(whole.map(({ source }) => source.id))} too; they are joined, as long as both are exported alike and one of them has a trafficPolicy`,
        related: whole.map(({ source }) => source.id),
        level: "info",
      };
}

/** Two DestinationRules for one host, of which not all is kept. */
export const destinationRuleConflict = check({
  id: "destination-rule-conflict",
  code: "KIA0201",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary:
    "Two DestinationRules of a namespace are for the same host, and cannot be joined without a loss.",
  why: "istiod joins rules of one host: a subset or a trafficPolicy that two of them have is taken from the older one, and the other's is dropped without a word.",
  fix: "Let each subset stand in one rule, and the trafficPolicy of the host in one of them, or the same in all.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pricing, namespace: trade}
spec:
  host: pricing # found
  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
  subsets: [{name: v1, labels: {version: v1}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pricing-limits, namespace: trade}
spec:
  host: pricing.trade.svc.cluster.local # found
  trafficPolicy: {connectionPool: {http: {http1MaxPendingRequests: 10}}}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pricing-v1, namespace: trade}
spec:
  host: pricing
  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
  subsets: [{name: v1, labels: {version: v1}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pricing-v2, namespace: trade}
spec:
  host: pricing
  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
  subsets: [{name: v2, labels: {version: v2}}]
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    const others = mesh
      .rulesNamed(rule.host)
      .filter((other) => other !== rule && other.namespace === rule.namespace && !isChosen(other));
    const found = isChosen(rule) ? undefined : finding(rule, others);
    if (found) {
      yield found;
    }
  },
});
