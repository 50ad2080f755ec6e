import { hostsOverlap } from "../../../values/host";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import type { RouteSpec } from "../model/api-routes";
import { takingListeners } from "../route-attachment";
import { listed } from "../words";

/** A hostname that no listener of the Gateway takes requests for. */
export const routeHostname = check({
  id: "route-hostname",
  code: "MESH0304",
  aliases: [],
  level: "error",
  kinds: [Kind.HttpRoute, Kind.GrpcRoute, Kind.TlsRoute],
  summary: "A route is for hostnames that no listener of its Gateway is for.",
  why: "Requests for them never come to the route; if that is so for all of them, it is not accepted (NoMatchingListenerHostname).",
  fix: "Add a listener for the hostname, or take the hostname out.",
  url: "https://gateway-api.sigs.k8s.io/api-types/httproute/#hostnames",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gate, namespace: recipes}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: "*.recipes.example.com"}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: soups, namespace: recipes}
spec:
  parentRefs: [{name: gate}]
  hostnames:
  - soups.example.com # found
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {port: 8443}}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cakes, namespace: recipes}
spec:
  parentRefs: [{name: gate}]
  hostnames:
  - cakes.recipes.example.com
  - cakes.example.com # found
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {port: 8443}}]}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gate, namespace: recipes}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: "*.recipes.example.com"}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: soups, namespace: recipes}
spec:
  parentRefs: [{name: gate}]
  hostnames: [soups.recipes.example.com]
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {port: 8443}}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: any, namespace: recipes}
spec:
  parentRefs: [{name: gate}]
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {port: 8443}}]}]
`,
  *run(object, mesh): Iterable<Verdict> {
    const { hostnames = [] } = object.spec as RouteSpec;
    const listeners = hostnames.length > 0 ? takingListeners(mesh, object) : undefined;
    if (listeners === undefined || listeners.length === 0) {
      return;
    }
    const taken = listeners.map(({ listener }) => listener.hostname || "*");
    const lost = [...hostnames.entries()].filter(
      ([, host]) => !taken.some((own) => hostsOverlap(own, host)),
    );
    for (const [i, host] of lost) {
      yield {
        path: `spec.hostnames[${i}]`,
        message: `no listener of the route's parents is for ${host}; they are for ${listed(new Set(taken))}`,
        related: [...new Set(listeners.map(({ owner }) => owner.id))],
        level: lost.length === hostnames.length ? "error" : "warning",
      };
    }
  },
});
