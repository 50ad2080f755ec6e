import { istio, meshCases } from "../../../test/support/mesh-cases";
import { gatewayRouteList } from "./gateway-route-list";

const gateway = (...servers: string[]) =>
  istio("Gateway", "web", "door", `{selector: {istio: door}, servers: [${servers.join(", ")}]}`);
const server = (protocol: string, tls = "", host = "a.example.com") =>
  `{port: {number: 9000, name: port, protocol: ${protocol}}, hosts: [${host}]${tls && `, tls: {${tls}}`}}`;

const to = "route: [{destination: {host: app}}]";
const lists = {
  http: `http: [{${to}}]`,
  tls: `tls: [{match: [{sniHosts: [a.example.com]}], ${to}}]`,
  tcp: `tcp: [{${to}}]`,
};
const routes = (...own: string[]) =>
  istio(
    "VirtualService",
    "web",
    "app",
    `{hosts: [a.example.com], gateways: [door], ${own.join(", ")}}`,
  );
const found = (list: string) => [`error VirtualService app spec.${list}`];

meshCases(gatewayRouteList, {
  "takes http at HTTP": { yaml: gateway(server("HTTP")) + routes(lists.http) },
  "finds tcp at GRPC": { yaml: gateway(server("GRPC")) + routes(lists.tcp), says: found("tcp") },
  "finds http at TCP": { yaml: gateway(server("TCP")) + routes(lists.http), says: found("http") },
  "finds http at a database": {
    yaml: gateway(server("MONGO")) + routes(lists.http),
    says: found("http"),
  },
  "takes tcp at TLS that the gateway ends": {
    yaml: gateway(server("TLS", "mode: MUTUAL, credentialName: a")) + routes(lists.tcp),
  },
  "finds tls at HTTPS that the gateway ends": {
    yaml: gateway(server("HTTPS", "mode: SIMPLE, credentialName: a")) + routes(lists.tls),
    says: found("tls"),
  },
  "takes one list of two": {
    yaml: gateway(server("HTTP")) + routes(lists.http, lists.tls),
  },
  "takes what another server of the host takes": {
    yaml:
      gateway(server("HTTP"), server("TLS", "mode: PASSTHROUGH").replace("9000", "9001")) +
      routes(lists.tls),
  },
  "goes by the servers of the host alone": {
    yaml: gateway(server("HTTP"), server("TCP", "", "b.example.com")) + routes(lists.tcp),
    says: found("tcp"),
  },
  "says nothing where each Service is reached by its own name": {
    yaml: gateway(server("TLS", "mode: AUTO_PASSTHROUGH")) + routes(lists.http),
  },
  "says nothing of a Gateway that is not declared": { yaml: routes(lists.http) },
});
