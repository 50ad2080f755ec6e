import { gatewayApiObject, istio, meshCases } from "../../../test/support/mesh-cases";
import { canaryOwnedRoutes } from "./canary-owned-routes";
import { virtualServiceDelegate } from "./virtual-service-delegate";
import { virtualServiceHost } from "./virtual-service-host";
import { virtualServicePortMissing } from "./virtual-service-port-missing";

const canary = (spec: string) => `---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: roll, namespace: bakery}
spec: ${spec}
`;
const target = "targetRef: {apiVersion: apps/v1, kind: Deployment, name: bread}";
const bread = canary(`{${target}, service: {port: 8080}}`);
const route = (host: string, port = 8080) =>
  istio(
    "VirtualService",
    "bakery",
    "public",
    `{hosts: [a.b], gateways: [edge], http: [{route: [{destination: {host: ${host}, port: {number: ${port}}}}]}]}`,
  );
const handedTo = (name: string) =>
  istio(
    "VirtualService",
    "bakery",
    "public",
    `{hosts: [a.b], gateways: [edge], http: [{delegate: {name: ${name}}}]}`,
  );
const destination = "VirtualService public spec.http[0].route[0].destination";

meshCases(virtualServiceHost, {
  "takes the Services that Flagger makes": {
    yaml: ["bread", "bread-primary", "bread-canary"]
      .map((host) => route(host).replace("public", host))
      .join("")
      .concat(bread),
  },
  "takes them by the name that the Canary gives": {
    yaml: canary(`{${target}, service: {name: loaf, port: 8080}}`) + route("loaf-primary"),
  },
  "misses one of another name": {
    yaml: canary(`{${target}, service: {name: loaf, port: 8080}}`) + route("bread-primary"),
    says: [`error ${destination}.host = "loaf-primary"`],
  },
  "offers what Flagger makes": {
    yaml: bread + route("bread-cannary"),
    says: [`error ${destination}.host = "bread-canary"`],
  },
});

meshCases(virtualServicePortMissing, {
  "takes the port of the Canary": { yaml: bread + route("bread-primary") },
});

meshCases(virtualServiceDelegate, {
  "takes the routes that Flagger makes": { yaml: bread + handedTo("bread") },
  "misses routes of another name": {
    yaml: bread + handedTo("loaf"),
    says: ["error VirtualService public spec.http[0].delegate.name"],
  },
});

const owned = (name: string, namespace = "bakery") =>
  istio(
    "VirtualService",
    namespace,
    name,
    "{hosts: [a.b], http: [{route: [{destination: {host: c.d}}]}]}",
  );
const apiRoute = gatewayApiObject("HTTPRoute", "bakery", "bread", "{rules: [{}]}");
const by = (provider: string) => bread.replace("spec: {", `spec: {provider: "${provider}", `);

meshCases(canaryOwnedRoutes, {
  "finds a VirtualService by the name of the target": {
    yaml: bread + owned("bread"),
    says: ["warning VirtualService bread metadata.name"],
    messages: [
      "Flagger makes VirtualService bread.bakery for Canary roll.bakery, and writes it over",
    ],
    related: [["Canary roll.bakery"]],
  },
  "finds one by the name of the Service": {
    yaml: canary(`{provider: istio, ${target}, service: {name: rye, port: 8080}}`) + owned("rye"),
    says: ["warning VirtualService rye metadata.name"],
  },
  "finds an HTTPRoute": {
    yaml: by("gatewayapi:v1") + apiRoute,
    says: ["warning HTTPRoute bread metadata.name"],
  },
  "takes routes of another kind than the provider's": {
    yaml:
      by("gatewayapi:v1") +
      owned("bread") +
      by("kubernetes").replace("roll", "r") +
      bread.replace("roll", "s") +
      apiRoute,
    says: ["warning VirtualService bread metadata.name"],
  },
  "takes another name and another namespace": {
    yaml: bread + owned("roll") + owned("bread", "shop"),
  },
  "takes what Flagger has made itself": {
    yaml:
      bread +
      owned("bread").replace(
        "name: bread,",
        "name: bread, ownerReferences: [{apiVersion: flagger.app/v1beta1, kind: Canary, name: roll, uid: x}],",
      ),
  },
});
