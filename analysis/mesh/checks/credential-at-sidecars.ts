import { useWaypointLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { clientTlsOf } from "../model/client-tls";
import type { Host } from "../model/services";
import { quoted } from "../words";

const objects = (more: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: bakery, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ovens, namespace: bakery}
spec:
  template:
    metadata: {labels: {app: ovens}}
    spec: {containers: [{name: ovens}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: flour, namespace: bakery}
spec:
  hosts: [api.flour.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: flour, namespace: bakery}
spec:
  host: api.flour.example.com
${more}  trafficPolicy:
    tls:
      mode: MUTUAL
`;

/** Whether a waypoint, which reads Secrets, may stand before a host. */
const hasWaypoint = ({ source, namespace }: Host, mesh: Mesh): boolean =>
  source.labels[useWaypointLabel] !== undefined ||
  mesh.namespaces.get(namespace)?.waypoint !== undefined;

/** A Secret for sidecars that they do not read. */
export const credentialAtSidecars = check({
  id: "credential-at-sidecars",
  code: "MESH0140",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule names a Secret for a host that sidecars alone call.",
  why: "Sidecars read a Secret only for a rule that selects them; without it they show no certificate, and check the server's against no authority of one's own.",
  fix: "Select the workloads by `workloadSelector`, in whose namespace the Secret lies, or name files.",
  url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings",
  fires: `${objects("")}      credentialName: flour-client # found
`,
  silent: `${objects("  workloadSelector: {matchLabels: {app: ovens}}\n")}      credentialName: flour-client
`,
  *run({ id, spec }, mesh) {
    const rule = mesh.ruleOf(id);
    const { namespace } = id;
    const isAtSidecars = mesh
      .workloadsIn(namespace)
      .some(({ mode, gateway }) => mode === "sidecar" && gateway === undefined);
    const isOfGateways = mesh.entrancesTo(rule.host).length > 0;
    const hosts = mesh.hosts.named(rule.host);
    const isAtSidecarsAlone =
      isAtSidecars && !isOfGateways && !hosts.some((host) => hasWaypoint(host, mesh));
    if (spec.workloadSelector !== undefined || !isAtSidecarsAlone || hosts.length === 0) {
      return;
    }
    yield* each(clientTlsOf(rule), function* ({ tls, path }): Iterable<Verdict> {
      if (tls.credentialName) {
        yield {
          path: `${path}.credentialName`,
          message: `no gateway sends requests to ${quoted(rule.host)}, and sidecars read Secret ${tls.credentialName} only where the rule has a workloadSelector`,
        };
      }
    });
  },
});
