import {
  edgeGateway,
  gatewayApiObject,
  httpListener,
  meshCases,
} from "../../../test/support/mesh-cases";
import { routeBackendKind } from "./route-backend-kind";

const route = (backend: string, parent = "{name: edge, namespace: edge}", kind = "HTTPRoute") =>
  gatewayApiObject(
    kind,
    "shop",
    "web",
    `{parentRefs: [${parent}], rules: [{backendRefs: [{${backend}, name: a, port: 80}]}]}`,
  );
const edge = edgeGateway(httpListener(", allowedRoutes: {namespaces: {from: All}}"));
const bucket = "group: a.b, kind: Bucket";

meshCases(routeBackendKind, {
  "finds a ServiceEntry": {
    yaml: edge + route("group: networking.istio.io, kind: ServiceEntry"),
    says: ["error HTTPRoute web spec.rules[0].backendRefs[0].kind"],
    messages: [
      "ServiceEntry.networking.istio.io is nothing that istiod sends requests to; for a ServiceEntry write kind Hostname and its host as the name",
    ],
  },
  "finds a kind of others, at a Service too": {
    yaml: route(bucket, '{kind: Service, group: "", name: web}', "GRPCRoute"),
    says: ["error GRPCRoute web spec.rules[0].backendRefs[0].kind"],
    messages: ["Bucket.a.b is nothing that istiod sends requests to"],
  },
  "takes what istiod knows": {
    yaml:
      edge +
      route("group: networking.istio.io, kind: Hostname") +
      route("kind: Service").replace("name: web,", "name: b,") +
      route("group: inference.networking.k8s.io, kind: InferencePool").replace(
        "name: web,",
        "name: c,",
      ) +
      route("group: multicluster.x-k8s.io, kind: ServiceImport").replace("name: web,", "name: d,"),
  },
  "leaves Gateways alone that are others' or not declared": {
    yaml:
      edge.replace("Name: istio", "Name: nginx") +
      route(bucket) +
      route(bucket, "{name: other}").replace("name: web,", "name: b,"),
  },
});
