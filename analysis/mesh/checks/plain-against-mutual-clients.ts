import { check } from "../check";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { clientTlsOf } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { serversOfRule } from "../model/servers";
import { named } from "../words";

/** Rules with mutual TLS for Pods that take plain text alone, by the PeerAuthentication that says so. */
const refused = (mesh: Mesh): ReadonlyMap<unknown, readonly Rule[]> => {
  const found = new Map<unknown, Rule[]>();
  for (const rule of mesh.rules) {
    const by = clientTlsOf(rule)
      .filter(({ tls }) => tls.mode === "ISTIO_MUTUAL")
      .flatMap((setting) => serversOfRule(mesh, rule, setting))
      .filter(({ takes, workload }) => takes.mode === "DISABLE" && workload?.outside !== true)
      .map(({ takes }) => takes.by);
    for (const policy of new Set(by)) {
      found.set(policy, [...(found.get(policy) ?? []), rule]);
    }
  }
  return found;
};

/** Mutual TLS turned off where clients are told to speak it. */
export const plainAgainstMutualClients = check({
  id: "plain-against-mutual-clients",
  code: "KIA0505",
  aliases: ["KIA0506"],
  level: "info",
  kinds: [Kind.PeerAuthentication],
  summary: "A PeerAuthentication turns mutual TLS off where clients are told to speak it.",
  why: "The DestinationRule is told of, too: its clients get 503.",
  fix: "Take DISABLE out, or the TLS mode of the DestinationRule.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: depot}
spec:
  mtls:
    mode: DISABLE # found
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: depot}
spec:
  host: "*.depot.svc.cluster.local"
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
`,
  silent: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: depot}
spec: {mtls: {mode: DISABLE}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: depot}
spec:
  host: "*.depot.svc.cluster.local"
  trafficPolicy: {tls: {mode: DISABLE}}
`,
  *run(policy, mesh) {
    const rules = policy.spec.mtls?.mode === "DISABLE" ? mesh.fact(refused).get(policy) : undefined;
    if (rules !== undefined) {
      const ids = rules.map(({ source }) => source.id);
      yield {
        path: "spec.mtls.mode",
        message: `DISABLE, where ${named(ids)} ${ids.length === 1 ? "tells" : "tell"} clients to speak mutual TLS`,
        related: ids,
      };
    }
  },
});
