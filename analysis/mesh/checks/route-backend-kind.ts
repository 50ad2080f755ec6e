import type { HTTPRouteSpec } from "../../../schemas/kinds/gateway/http-route";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import {
  backendsOf,
  hostnameBackend,
  parentsOf,
  type RouteBackend,
  type RouteSpec,
  routeKinds,
} from "../model/api-routes";
import { isClassOfIstio } from "../model/gateway-classes";

/** What istiod sends requests to, as `Kind.group`. */
const known: readonly string[] = [
  Kind.Service,
  hostnameBackend,
  "InferencePool.inference.networking.k8s.io",
  "ServiceImport.multicluster.x-k8s.io",
];

/** Whether a parent is one that istiod serves. */
const isOfIstio = (mesh: Mesh, route: Declared<RouteSpec>): boolean =>
  parentsOf(route).some(({ kind, namespace, name }) => {
    const gateway =
      kind === Kind.ApiGateway ? mesh.set.find(Kind.ApiGateway, namespace, name) : undefined;
    return kind === Kind.Service || isClassOfIstio(mesh, gateway?.spec.gatewayClassName ?? "");
  });

function* judge({ kind, path }: RouteBackend): Iterable<Verdict> {
  if (!known.includes(kind)) {
    const hint =
      kind === Kind.ServiceEntry
        ? "; for a ServiceEntry write kind Hostname and its host as the name"
        : "";
    yield {
      path: `${path}.kind`,
      message: `${kind} is nothing that istiod sends requests to${hint}`,
    };
  }
}

const objects = (backend: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: news, namespace: press}
spec:
  parentRefs: [{name: door}]
  rules:
  - backendRefs:
    - group: networking.istio.io
      ${backend}
      port: 80
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: news, namespace: press}
spec:
  hosts: [news.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: press}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
`;

/** A backend of a kind that no proxy of Istio's sends requests to. */
export const routeBackendKind = check({
  id: "route-backend-kind",
  code: "MESH0180",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary: "A route leads to an object of a kind that Istio does not send requests to.",
  why: "The reference is not resolved (InvalidKind): requests are answered with 500.",
  fix: "Name a Service; or a host of a ServiceEntry, with group networking.istio.io and kind Hostname.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/",
  fires: objects("kind: ServiceEntry # found\n      name: news"),
  silent: objects("kind: Hostname\n      name: news.example.com"),
  *run(object, mesh) {
    const route = object as Declared<RouteSpec & Partial<HTTPRouteSpec>>;
    yield* each(isOfIstio(mesh, route) ? backendsOf(route).flat() : [], judge);
  },
});
