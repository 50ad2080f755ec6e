import { check } from "../check";
import { Kind } from "../kinds";
import { letsOthersIn } from "../model/other-clusters";
import { quoted } from "../words";

const objects = (route: string): string => `apiVersion: v1
kind: Service
metadata: {name: bids, namespace: auction}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: bids}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: bids, namespace: auction}
spec:
  host: bids
  subsets:
  - name: live
    labels: {app: bids}
    trafficPolicy: {connectionPool: {tcp: {maxConnections: 20}}}${route}`;

/** Settings of a subset that no request goes by. */
export const subsetPolicyUnused = check({
  id: "subset-policy-unused",
  code: "MESH0147",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A subset has settings of its own, and no route leads to it.",
  why: "Without a route to the subset, requests go to the host as a whole: limits, balancing and TLS of the subset hold for none of them.",
  fix: "Route to the subset, or write the settings under `trafficPolicy` of the rule.",
  url: "https://istio.io/latest/docs/ops/common-problems/network-issues/#destination-rule-policy-not-activated",
  fires: `${objects("").replace("- name: live", "- name: live # found")}
`,
  silent: `${objects(`
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bids, namespace: auction}
spec:
  hosts: [bids]
  http: [{route: [{destination: {host: bids, subset: live}}]}]`)}
`,
  *run({ id }, mesh) {
    const { host, subsets } = mesh.ruleOf(id);
    if (host.startsWith("*") || mesh.hosts.named(host).length === 0 || mesh.fact(letsOthersIn)) {
      return;
    }
    for (const [i, { name, trafficPolicy = {} }] of subsets.entries()) {
      if (Object.keys(trafficPolicy).length > 0 && !mesh.routeIndex.names(host, name)) {
        yield {
          path: `spec.subsets[${i}].name`,
          message: `no route that is declared leads to subset ${quoted(name)} of ${quoted(host)}, so nothing goes by its trafficPolicy`,
        };
      }
    }
  },
});
