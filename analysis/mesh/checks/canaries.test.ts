import { istio, meshCases } from "../../../test/support/mesh-cases";
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
