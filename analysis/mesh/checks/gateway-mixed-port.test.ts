import { istio, meshCases } from "../../../test/support/mesh-cases";
import { gatewayMixedPort } from "./gateway-mixed-port";

const server = (protocol: string, host: string, more = "") =>
  `{port: {number: 9443, name: ${host}, protocol: ${protocol}}, hosts: [${host}.example.com]${more}}`;
const http = server("HTTP", "a");
const tls = server("TLS", "b", ", tls: {mode: PASSTHROUGH}");
const tcp = server("TCP", "c");
const gateway = (name: string, ...servers: string[]) =>
  istio("Gateway", "web", name, `{selector: {istio: door}, servers: [${servers.join(", ")}]}`);
const at = (level: string, name: string, i = 0) =>
  `${level} Gateway ${name} spec.servers[${i}].port.number`;

meshCases(gatewayMixedPort, {
  "knows that TLS is dropped behind HTTP in one Gateway": {
    yaml: gateway("one", http, tls),
    says: [at("error", "one"), at("error", "one", 1)],
  },
  "warns of HTTP behind TLS, which some releases drop": {
    yaml: gateway("one", tls, http),
    says: [at("warning", "one"), at("warning", "one", 1)],
  },
  "warns where the age of two Gateways decides": {
    yaml: gateway("one", http) + gateway("two", tls),
    says: [at("warning", "one"), at("warning", "two")],
  },
  "knows that one of HTTP and TCP is dropped": {
    yaml: gateway("one", http) + gateway("two", tcp),
    says: [at("error", "one"), at("error", "two")],
  },
  "knows that one of two with TCP is dropped, also for the same host": {
    yaml: gateway("one", tcp) + gateway("two", tcp),
    says: [at("error", "one"), at("error", "two")],
    messages: ["two", "one"].map(
      (name) =>
        `port 9443 (TCP) cannot stand beside others of the same Pods: Gateway web/${name} has port 9443 (TCP)`,
    ),
  },
  "takes HTTP beside HTTP": { yaml: gateway("one", http) + gateway("two", server("HTTP", "e")) },
  "takes TCP for other Pods": {
    yaml: gateway("one", tcp) + gateway("two", tcp).replace("istio: door", "istio: gate"),
  },
  "takes HTTPS beside TLS": {
    yaml: gateway("one", tls) + gateway("two", server("HTTPS", "d", ", tls: {mode: SIMPLE}")),
  },
  "takes another address": {
    yaml: gateway("one", http, tls.replace("}, hosts", "}, bind: 192.0.2.1, hosts")),
  },
  "leaves the same host in two Gateways to another check": {
    yaml: gateway("one", http) + gateway("two", tls.replace("b.example.com", "a.example.com")),
  },
});
