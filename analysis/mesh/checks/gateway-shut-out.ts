import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { type ObjectId, objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { refusedBy } from "../model/admission";
import type { Entrance } from "../model/entrances";
import { targetServices } from "../model/policies";
import { policiesBefore } from "../model/ztunnel-policies";
import { goesThroughWaypoint } from "../waypoint-needed";

type Policy = Declared<AuthorizationPolicySpec>;

/** Where requests are let in or not: at a workload, or at the waypoint before a Service. */
interface Door {
  readonly id: ObjectId;
  readonly policies: readonly Policy[];
  readonly ways: readonly Entrance[];
}

/** The workloads of a policy, with the ways that lead to them past any waypoint. */
const atWorkloads = (policy: Policy, mesh: Mesh): Door[] =>
  mesh
    .chosenBy(policy)
    .filter(({ gateway, outside }) => gateway === undefined && !outside)
    .map((workload) => ({
      id: workload.source.id,
      policies: policiesBefore(mesh.authorizations, workload),
      ways: mesh
        .servicesOf(workload)
        .filter((service) => workload.mode !== "ambient" || !goesThroughWaypoint(service, mesh))
        .flatMap(({ host }) => mesh.entrancesTo(host)),
    }));

/** The Services to which a policy is attached, with the ways that lead through their waypoint. */
const atWaypoints = ({ id, spec }: Policy, mesh: Mesh): Door[] =>
  targetServices(spec)
    .flatMap(({ name }) => mesh.hosts.named(mesh.fullName(name, id.namespace)))
    .filter((service) => goesThroughWaypoint(service, mesh))
    .map(({ source, host }) => ({
      id: source.id,
      policies: mesh.authorizations.onService(source.id.namespace, source.id.name),
      ways: mesh.entrancesTo(host),
    }));

/** What to do: a policy without rules is there to allow nothing, and stays as it is. */
function mending({ spec }: Policy, door: ObjectId, caller: string): string {
  if (spec.action === "DENY") {
    return "take it out of what is denied";
  }
  return spec.rules?.length
    ? `allow ${caller} too`
    : `beside this policy, which allows nothing, write one for ${objectWords(door)} that allows ${caller}`;
}

function* judge(policy: Policy, { id, policies, ways }: Door): Iterable<Verdict> {
  const path = policy.spec.rules?.length ? "spec.rules" : "spec";
  for (const { route, gateway, pods } of ways) {
    const [pod] = pods;
    if (pod === undefined) {
      yield { path, notDeclared: `the Pods of gateway ${gateway}` };
      continue;
    }
    const { namespace, serviceAccount: account } = pod;
    if (refusedBy(policies, { namespace, account }) === policy) {
      const mend = mending(policy, id, `serviceAccounts: ["${namespace}/${account}"]`);
      yield {
        path,
        message: `gateway ${gateway} (service account ${namespace}/${account}) is not let in to ${objectWords(id)}, to which ${objectWords(route.id)} sends its requests; ${mend}`,
        related: [route.id, id],
      };
    }
  }
}

/** A policy that lets in callers within the mesh, and not the gateway that a route sends requests from. */
export const gatewayShutOut = check({
  id: "gateway-shut-out",
  code: "MESH0201",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy does not let in the gateway whose route leads to its workload.",
  why: "Every request from outside is answered with 403 (RBAC: access denied).",
  fix: "Add the gateway's service account to a rule that allows, for the paths that are to be open.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: cart}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  template:
    metadata: {labels: {app: cart}}
    spec: {containers: [{name: cart, ports: [{containerPort: 8080}]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: edge, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec: {serviceAccountName: edge, containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: edge}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*/cart.example.com"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart.example.com]
  gateways: [edge/public]
  http: [{route: [{destination: {host: cart, port: {number: 80}}}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules:
  - from: [{source: {namespaces: [shop]}}] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: books, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: ingress}
---
apiVersion: v1
kind: Service
metadata: {name: catalog, namespace: books}
spec: {ports: [{port: 9080, name: http}], selector: {app: catalog}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: catalog, namespace: books}
spec:
  template:
    metadata: {labels: {app: catalog}}
    spec: {containers: [{name: catalog, ports: [{containerPort: 9080}]}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: front, namespace: ingress}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: catalog, namespace: books}
spec:
  hostnames: [catalog.example.com]
  parentRefs: [{name: front, namespace: ingress}]
  rules: [{backendRefs: [{name: catalog, port: 9080}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: nothing, namespace: books}
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: catalog, namespace: books}
spec:
  selector: {matchLabels: {app: catalog}}
  rules:
  - from: [{source: {serviceAccounts: [ingress/front-istio]}}]
`,
  *run(policy, mesh) {
    const doors = [...atWorkloads(policy, mesh), ...atWaypoints(policy, mesh)];
    yield* each(doors, (door) => judge(policy, door));
  },
});
