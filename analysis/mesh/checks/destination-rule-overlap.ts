import { namespaceOfAll } from "../../../values/service-host";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Rule } from "../model/destination-rules";
import { overlapping } from "../model/rule-overlaps";
import { listed, quoted } from "../words";

/** Mutual TLS for the mesh or a namespace is a default, beside which others are meant to stand. */
function isDefault({ host, namespace, source }: Rule, mesh: Mesh): boolean {
  const ofMesh = host.startsWith("*") && `.svc.${mesh.config.domain}`.endsWith(host.slice(1));
  return (
    source.spec.trafficPolicy?.tls?.mode === "ISTIO_MUTUAL" &&
    (ofMesh || namespaceOfAll(host) === namespace)
  );
}

const viewers = ({ exportTo, namespace }: Rule): ReadonlySet<string> =>
  new Set(exportTo.map((one) => (one === "." ? namespace : one)));

/** Whether there may be clients that see both. */
function areSeenTogether(one: Rule, other: Rule): boolean {
  const [own, others] = [viewers(one), viewers(other)];
  return own.has("*") || others.has("*") || [...own].some((namespace) => others.has(namespace));
}

const most = 3;

/** Rules one after another, and how many more. */
function wordsOf(rules: readonly Rule[]): string {
  const names = rules.map(({ source, host }) => `${objectWords(source.id)} for ${quoted(host)}`);
  const rest = names.length - most;
  return rest > 0 ? `${listed(names.slice(0, most))} and ${rest} more` : listed(names);
}

/** Rules for one host of which a client follows one alone. */
export const destinationRuleOverlap = check({
  id: "destination-rule-overlap",
  code: "KIA0201",
  aliases: [],
  level: "info",
  kinds: [Kind.DestinationRule],
  summary:
    "DestinationRules of several namespaces, or a wildcard and what it covers, are for the same host.",
  why: "They are not joined: a client follows the rules of its own namespace, else those of the host's, else those of the root namespace, and there those of the narrowest host, and nothing of the others.",
  fix: "Write all that is meant for the host into the rule that clients follow.",
  url: "https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: harbour}
spec:
  host: "*.harbour.svc.cluster.local" # found
  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cranes, namespace: harbour}
spec:
  host: cranes # found
  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cranes, namespace: customs}
spec:
  host: cranes.harbour.svc.cluster.local # found
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 20}}}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: all, namespace: harbour}
spec:
  host: "*.harbour.svc.cluster.local"
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ships, namespace: harbour}
spec:
  host: ships
  exportTo: ["."]
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, loadBalancer: {simple: LEAST_REQUEST}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ships, namespace: customs}
spec:
  host: ships.harbour.svc.cluster.local
  exportTo: ["."]
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 20}}}
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    if (rule.source.spec.workloadSelector !== undefined || isDefault(rule, mesh)) {
      return;
    }
    const others = overlapping(mesh, rule).filter(
      (other) =>
        other !== rule &&
        (other.host !== rule.host || other.namespace !== rule.namespace) &&
        other.source.spec.workloadSelector === undefined &&
        !isDefault(other, mesh) &&
        areSeenTogether(rule, other),
    );
    if (others.length > 0) {
      yield {
        path: "spec.host",
        message: `${quoted(rule.host)} is what ${wordsOf(others)} ${others.length === 1 ? "is" : "are"} for, too: a client follows one of them alone`,
        related: others.slice(0, most).map(({ source }) => source.id),
      };
    }
  },
});
