import { gatewayApiObject, meshCases } from "../../../test/support/mesh-cases";
import { grantMisplaced } from "./grant-misplaced";

const grant = (place: string, from: string, kind = "HTTPRoute", to = "Service") =>
  gatewayApiObject(
    "ReferenceGrant",
    place,
    "g",
    `{from: [{group: gateway.networking.k8s.io, kind: ${kind}, namespace: ${from}}], to: [{group: "", kind: ${to}}]}`,
  );
const route = (backend: string) =>
  gatewayApiObject(
    "HTTPRoute",
    "a",
    "r",
    `{parentRefs: [{name: gate, namespace: edge}], rules: [{backendRefs: [${backend}]}]}`,
  );
const there = route("{name: web, namespace: b, port: 80}");
const gateway = (place: string) =>
  gatewayApiObject(
    "Gateway",
    "a",
    "gate",
    `{gatewayClassName: istio, listeners: [{name: x, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: cert, namespace: ${place}}]}}]}`,
  );
const at = "ReferenceGrant g spec.from[0].namespace";

meshCases(grantMisplaced, {
  "finds one that is turned round": {
    yaml: there + grant("a", "b"),
    says: [`error ${at}`],
    messages: [
      "HTTPRoute r.a names Service web of namespace b, and a grant in a is for what lies in a: declare it in namespace b, from HTTPRoutes of a",
    ],
  },
  "finds one beside a Gateway": {
    yaml: gateway("b") + grant("a", "a", "Gateway", "Secret"),
    says: [`error ${at}`],
  },
  "takes a Gateway's own Secrets for no reason": {
    yaml: gateway("a") + grant("a", "a", "Gateway", "Secret"),
    says: [`warning ${at}`],
    messages: ["objects of namespace a need no grant for what lies in a"],
  },
  "says less where another grant does it": {
    yaml: there + grant("a", "a") + grant("b", "a").replace("name: g", "name: h"),
    says: [`warning ${at}`],
  },
  "says less where something else is granted": {
    yaml: there + grant("a", "a", "HTTPRoute", "Secret"),
    says: [`warning ${at}`],
  },
  "says less of other objects than those that name it": {
    yaml: there + grant("a", "a", "GRPCRoute"),
    says: [`warning ${at}`],
  },
  "takes one that is for others too": {
    yaml: grant("a", "a").replace(
      "}], to:",
      "}, {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: c}], to:",
    ),
  },
  "takes a grant for others": { yaml: there + grant("a", "c") },
  "takes a grant for those who are named themselves, of what it names": {
    yaml: there + grant("a", "b").replace("kind: Service}", "kind: Service, name: api}"),
  },
  "finds one that is turned round with the name": {
    yaml: there + grant("a", "b").replace("kind: Service}", "kind: Service, name: web}"),
    says: [`error ${at}`],
  },
  "takes a grant for those who are named themselves and name something here": {
    yaml:
      there +
      grant("a", "b") +
      gatewayApiObject(
        "HTTPRoute",
        "b",
        "s",
        "{parentRefs: [{name: gate, namespace: edge}], rules: [{backendRefs: [{name: api, namespace: a, port: 80}]}]}",
      ),
  },
  "takes a route of the own namespace": {
    yaml: route("{name: web, port: 80}") + grant("a", "b"),
  },
});
