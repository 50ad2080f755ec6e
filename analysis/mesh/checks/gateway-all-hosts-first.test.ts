import { istio, meshCases } from "../../../test/support/mesh-cases";
import { gatewayAllHostsFirst } from "./gateway-all-hosts-first";

const server = (port: number, hosts: string) =>
  `{port: {number: ${port}, name: p${port}, protocol: HTTP}, hosts: [${hosts}]}`;
const gateway = (...servers: string[]) =>
  istio("Gateway", "web", "all", `{selector: {istio: edge}, servers: [${servers.join(", ")}]}`);

meshCases(gatewayAllHostsFirst, {
  "finds a host of the own namespace, in whatever place behind it": {
    yaml: gateway(server(80, "a.b"), server(81, '"*/*", web/a.b, ./a.b')),
    says: ['error Gateway all spec.servers[1].hosts[2] = ["*/*"]'],
    messages: ['"./a.b" stands behind "*/*": istiod panics as it reads the list for a gateway'],
  },
  "finds a host of all namespaces": {
    yaml: gateway(server(80, '"*/*", "*/a.b"')),
    says: ['error Gateway all spec.servers[0].hosts[1] = ["*/*"]'],
  },
  "takes all hosts once more, without a namespace, or of one": {
    yaml: gateway(server(80, '"*/*", "*", "web/*", a.b')),
  },
  "takes them twice": { yaml: gateway(server(80, '"*/*", "*/*"')) },
  "takes what stands before it": { yaml: gateway(server(80, './a.b, "*/*"')) },
  "takes a list without it": { yaml: gateway(server(80, './a.b, "*/b.c"')) },
});
