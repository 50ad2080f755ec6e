import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { tlsModeOption } from "../../../values/known-names";
import { check, type Found } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { strangersRefusedBy } from "../model/admission";
import type { Workload } from "../model/workloads";
import { known } from "../not-judged";

type Policy = Declared<AuthorizationPolicySpec>;

/** A gateway's Pods, and the object by which clients come in that show nobody who they are. */
interface Entry {
  readonly by: Declared;
  readonly pods: readonly Workload[];
}

const byCertificate: readonly (string | undefined)[] = [
  "MUTUAL",
  "ISTIO_MUTUAL",
  "OPTIONAL_MUTUAL",
];

/** Gateways of both APIs that take clients without a certificate of their own. */
const entries = (mesh: Mesh): Entry[] => [
  ...mesh.gateways
    .filter(({ source }) =>
      source.spec.servers?.some(({ tls }) => !byCertificate.includes(tls?.mode)),
    )
    .map(({ source, workloads }) => ({ by: source, pods: workloads })),
  ...mesh.set
    .all(Kind.ApiGateway)
    .filter(
      ({ spec }) =>
        spec.tls?.frontend === undefined &&
        spec.listeners.some(({ tls }) => !byCertificate.includes(tls?.options?.[tlsModeOption])),
    )
    .map((source) => ({ by: source, pods: mesh.workloadsOf(source.id) }))
    .map(({ by, pods }) => ({ by, pods: pods.filter(({ gateway }) => gateway === "api") })),
];

interface Closed {
  readonly by: Declared;
  readonly closed: Workload;
}

/** What each policy shuts: the first Pods of a gateway at which it is the one that refuses strangers. */
function closedByPolicy(mesh: Mesh): ReadonlyMap<Policy, readonly Closed[]> {
  const found = new Map<Policy, Closed[]>();
  for (const { by, pods } of entries(mesh)) {
    const seen = new Set<Policy>();
    for (const closed of pods) {
      const policy = known(() => strangersRefusedBy(mesh.authorizations.on(closed)));
      if (policy !== undefined && !seen.has(policy)) {
        seen.add(policy);
        found.set(policy, [...(found.get(policy) ?? []), { by, closed }]);
      }
    }
  }
  return found;
}

/** A gateway at which everybody who may pass has an identity of the mesh, which nobody outside has. */
export const gatewayClosed = check({
  id: "gateway-closed",
  code: "MESH0214",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "AuthorizationPolicies let nobody from outside in at a gateway.",
  why: "The first ALLOW policy that reaches a gateway, one for the whole mesh too, refuses what no ALLOW policy fits; clients outside have no identity of the mesh, and get 403 for everything.",
  fix: "Add an AuthorizationPolicy for the gateway that allows hosts and paths, or client addresses.",
  url: "https://istio.io/latest/docs/tasks/security/authorization/authz-ingress/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gate, namespace: harbour}
spec:
  template:
    metadata: {labels: {istio: gate, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec: {serviceAccountName: gate, containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ships, namespace: harbour}
spec:
  selector: {istio: gate}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*/ships.example.com"]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: nothing, namespace: istio-system}
spec: {} # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: gate, namespace: harbour}
spec: {ports: [{port: 80, name: http2}], selector: {istio: gate}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: gate, namespace: harbour}
spec:
  template:
    metadata: {labels: {istio: gate, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec: {serviceAccountName: gate, containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ships, namespace: harbour}
spec:
  selector: {istio: gate}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*/ships.example.com"]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: nothing, namespace: istio-system}
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: gate, namespace: harbour}
spec:
  selector: {matchLabels: {istio: gate}}
  rules: [{to: [{operation: {hosts: [ships.example.com]}}]}]
`,
  *run(policy: Policy, mesh): Iterable<Found> {
    for (const { by, closed } of mesh.fact(closedByPolicy).get(policy) ?? []) {
      yield {
        path: policy.spec.rules?.length ? "spec.rules" : "spec",
        message: `lets nobody in who has no identity of the mesh, and so nobody from outside at ${objectWords(closed.source.id)}, through which ${objectWords(by.id)} takes them; write a policy for the gateway that allows what may come in`,
        related: [by.id, closed.source.id],
      };
    }
  },
});
