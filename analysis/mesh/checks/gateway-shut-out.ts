import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { ingressUseWaypointLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Entrance } from "../model/entrances";
import { takesCaller } from "../model/identity";
import { usedWaypoint } from "../model/waypoints";
import type { Workload } from "../model/workloads";

type Policy = Declared<AuthorizationPolicySpec>;

const isAllow = ({ spec }: Policy): boolean => (spec.action ?? "ALLOW") === "ALLOW";

/** Whether some request of a caller may pass a policy that allows. */
const admits = ({ id, spec: { rules = [] } }: Policy, caller: Workload): boolean =>
  rules.some((rule) => {
    const identity = { namespace: caller.namespace, account: caller.serviceAccount };
    return takesCaller(rule, identity, id.namespace) !== "no";
  });

/** A policy that has rules says more than the one that allows nothing to whoever is not named elsewhere. */
const mostTelling = (policies: readonly Policy[]): Policy | undefined =>
  policies.find(({ spec }) => spec.rules?.length) ?? policies[0];

/** Requests of a gateway come to the Pods themselves, unless they are sent through a waypoint. */
const comesDirectly = (workload: Workload, mesh: Mesh): boolean =>
  workload.mode === "sidecar" ||
  (workload.mode === "ambient" &&
    mesh.servicesOf(workload).every(({ source }) => {
      const namespace = mesh.namespaces.get(workload.namespace);
      const through =
        (source.labels[ingressUseWaypointLabel] ?? namespace?.labels[ingressUseWaypointLabel]) ===
        "true";
      return !through || usedWaypoint(source.labels, workload.namespace, namespace) === undefined;
    }));

function* judgeEntrance(
  policy: Policy,
  workload: Workload,
  { route, gateway, pods }: Entrance,
  mesh: Mesh,
): Iterable<Verdict> {
  const path = policy.spec.rules?.length ? "spec.rules" : "spec";
  const [pod] = pods;
  if (pod === undefined) {
    yield { path, notDeclared: `the Pods of gateway ${gateway}` };
    return;
  }
  const allowing = mesh.authorizations.on(workload).filter(isAllow);
  if (allowing.some((one) => admits(one, pod)) || mostTelling(allowing) !== policy) {
    return;
  }
  const caller = `${pod.namespace}/${pod.serviceAccount}`;
  yield {
    path,
    message: `gateway ${gateway} (service account ${caller}) is not let in to ${objectWords(workload.source.id)}, to which ${objectWords(route.id)} sends its requests; allow serviceAccounts: [${JSON.stringify(caller)}] too`,
    related: [route.id, workload.source.id],
  };
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
    if (isAllow(policy)) {
      const pairs = mesh
        .chosenBy(policy)
        .filter((workload) => workload.gateway === undefined && comesDirectly(workload, mesh))
        .flatMap((workload) =>
          mesh
            .servicesOf(workload)
            .flatMap(({ host }) => mesh.entrancesTo(host).map((way) => ({ workload, way }))),
        );
      yield* each(pairs, ({ workload, way }) => judgeEntrance(policy, workload, way, mesh));
    }
  },
});
