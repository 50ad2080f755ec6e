import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { virtualServicePort } from "./virtual-service-port";
import { virtualServicePortMissing } from "./virtual-service-port-missing";

const two = ["{port: 80, name: http, targetPort: 8080}", "{port: 9090, name: grpc}"];
const one = "{port: 80, name: http, targetPort: 8080}";
const to = (port: string, more = "hosts: [web]") =>
  istio(
    "VirtualService",
    "shop",
    "web",
    `{${more}, http: [{route: [{destination: {host: web${port}}}]}]}`,
  );
const number = (value: number) => to(`, port: {number: ${value}}`);
const at = "VirtualService web spec.http[0].route[0].destination.port.number";

meshCases(virtualServicePort, {
  "takes a port of the Service": { yaml: service("shop", "web", ...two) + number(9090) },
  "offers the only port": {
    yaml: service("shop", "web", one) + number(81),
    says: [`error ${at} = 80`],
  },
  "offers none of two": {
    yaml: service("shop", "web", ...two) + number(81),
    says: [`error ${at}`],
  },
  "offers the port before that of the Pods": {
    yaml: service("shop", "web", ...two) + number(8080),
    says: [`error ${at} = 80`],
  },
  "takes a port that another object of the host has": {
    yaml:
      service("shop", "web", one) +
      istio(
        "ServiceEntry",
        "shop",
        "more",
        "{hosts: [web.shop.svc.cluster.local], ports: [{number: 81, name: http, protocol: HTTP}]}",
      ) +
      number(81),
  },
  "says nothing of a host that is not there": { yaml: number(81) },
  "says nothing of a host without ports": {
    yaml:
      istio("ServiceEntry", "shop", "web", "{hosts: [web.shop.svc.cluster.local]}") + number(81),
  },
});

const host = "VirtualService web spec.http[0].route[0].destination.host";
const gateway = (port: number) =>
  istio(
    "Gateway",
    "shop",
    "door",
    `{selector: {istio: door}, servers: [{hosts: ["*"], port: {number: ${port}, name: http, protocol: HTTP}}]}`,
  );

meshCases(virtualServicePortMissing, {
  "needs no port where there is one": { yaml: service("shop", "web", one) + to("") },
  "needs none where one is named": { yaml: service("shop", "web", ...two) + number(80) },
  "judges a route beside a ServiceEntry that the API server refuses": {
    yaml: istio("ServiceEntry", "shop", "outside", "{}") + service("shop", "web", ...two) + to(""),
    says: ["info VirtualService web spec.http[0].route[0].destination.host"],
  },
  "counts a port of two protocols once": {
    yaml:
      service("shop", "web", "{port: 53, name: dns}", "{port: 53, name: dns-udp, protocol: UDP}") +
      to(""),
  },
  "tells that the port of the request is taken": {
    yaml: service("shop", "web", ...two) + to(""),
    says: [`info ${host}`],
  },
  "finds a gateway's port that the Service lacks": {
    yaml: service("shop", "web", ...two) + gateway(8443) + to("", "hosts: [a.b], gateways: [door]"),
    says: [`error ${host}`],
  },
  "tells that a gateway's port is taken": {
    yaml: service("shop", "web", ...two) + gateway(9090) + to("", "hosts: [a.b], gateways: [door]"),
    says: [`info ${host}`],
  },
  "does not guess the ports of a gateway elsewhere": {
    yaml: service("shop", "web", ...two) + to("", "hosts: [a.b], gateways: [edge/door]"),
    says: [`error ${host}`],
  },
  "does not guess those of a delegate": {
    yaml: service("shop", "web", ...two) + to("", "exportTo: ['*']"),
    says: [`error ${host}`],
  },
});
