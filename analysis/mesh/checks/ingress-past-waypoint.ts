import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { dryRunAnnotation, ingressUseWaypointLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Entrance } from "../model/entrances";
import { takesCaller } from "../model/identity";
import { targetGateways, targetServices } from "../model/policies";
import type { Host } from "../model/services";
import { policiesBefore } from "../model/ztunnel-policies";
import { goesThroughWaypoint, servicesByWaypoint, waypointBefore } from "../waypoint-needed";

/** An account that nobody has: who is taken by name is not taken by it. */
const nobody = "-";

/** Whether ztunnel lets the Pods of a gateway in by their account: that they go past the waypoint is meant. */
function isLetInByName(host: Host, { pods }: Entrance, mesh: Mesh): boolean {
  const rules = mesh
    .podsOf(host)
    .flatMap((workload) => policiesBefore(mesh.authorizations, workload))
    .filter(({ spec }) => (spec.action ?? "ALLOW") === "ALLOW")
    .flatMap(({ spec, id }) => (spec.rules ?? []).map((rule) => ({ rule, place: id.namespace })));
  return pods.some(({ namespace, serviceAccount: account }) =>
    rules.some(
      ({ rule, place }) =>
        takesCaller(rule, { namespace, account }, place) === "yes" &&
        takesCaller(rule, { namespace, account: nobody }, place) === "no",
    ),
  );
}

/** Services whose requests a policy judges at their waypoint, and where it says so. */
function* judged({ id, spec }: Declared<AuthorizationPolicySpec>, mesh: Mesh) {
  for (const { name, path } of targetServices(spec)) {
    for (const host of mesh.hosts.named(mesh.fullName(name, id.namespace))) {
      if (waypointBefore(host, mesh) !== undefined) {
        yield { host, path };
      }
    }
  }
  for (const { name, path } of targetGateways(spec)) {
    for (const host of mesh.fact(servicesByWaypoint).get(`${id.namespace}/${name}`) ?? []) {
      yield { host, path };
    }
  }
}

/** A policy at a waypoint that requests from a gateway go past. */
export const ingressPastWaypoint = check({
  id: "ingress-past-waypoint",
  code: "MESH0323",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy is at a waypoint, and a gateway sends requests to the Service past it.",
  why: "Gateways go to the Pods straight: requests from outside are not asked for what the policy wants, whether it denies or allows.",
  fix: 'Label the Service (or its namespace) with istio.io/ingress-use-waypoint: "true", or attach the policy to the gateway too.',
  url: "https://github.com/istio/istio/issues/54275",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: clinic, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: desk}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: desk, namespace: clinic}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata: {name: records, namespace: clinic}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: records}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: street, namespace: clinic}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: records, namespace: clinic}
spec:
  parentRefs: [{name: street}]
  rules: [{backendRefs: [{name: records, port: 80}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: no-delete, namespace: clinic}
spec:
  targetRefs:
  - {group: gateway.networking.k8s.io, kind: Gateway, name: desk} # found
  action: DENY
  rules: [{to: [{operation: {methods: [DELETE], ports: ["80"]}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: clinic
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: desk
    istio.io/ingress-use-waypoint: "true"
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: desk, namespace: clinic}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata: {name: records, namespace: clinic}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: records}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: street, namespace: clinic}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: records, namespace: clinic}
spec:
  parentRefs: [{name: street}]
  rules: [{backendRefs: [{name: records, port: 80}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: no-delete, namespace: clinic}
spec:
  targetRefs:
  - {group: gateway.networking.k8s.io, kind: Gateway, name: desk}
  action: DENY
  rules: [{to: [{operation: {methods: [DELETE], ports: ["80"]}}]}]
`,
  *run(policy, mesh): Iterable<Verdict> {
    if (policy.annotations[dryRunAnnotation] === "true" || policy.spec.action === "AUDIT") {
      return;
    }
    const { namespace } = policy.id;
    const own = new Set(targetGateways(policy.spec).map(({ name }) => `${namespace}/${name}`));
    for (const { host, path } of judged(policy, mesh)) {
      const [way] = goesThroughWaypoint(host, mesh)
        ? []
        : // A policy that is at the gateway too is asked there.
          mesh
            .entrancesTo(host.host)
            .filter(({ gateway }) => !own.has(gateway) && gateway !== waypointBefore(host, mesh));
      if (way) {
        yield {
          path,
          message: `gateway ${way.gateway} sends requests of ${objectWords(way.route.id)} to ${objectWords(host.source.id)} past its waypoint ${waypointBefore(host, mesh)}: this policy does not see them; label the Service ${ingressUseWaypointLabel}: "true"`,
          related: [host.source.id, way.route.id],
          ...(isLetInByName(host, way, mesh) && { level: "info" }),
        };
      }
    }
  },
});
