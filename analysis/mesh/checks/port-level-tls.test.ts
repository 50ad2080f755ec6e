import { istio, meshCases } from "../../../test/support/mesh-cases";
import { portLevelTls } from "./port-level-tls";

const entry = istio(
  "ServiceEntry",
  "a",
  "e",
  "{hosts: [api.example.net], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}, {number: 443, name: https, protocol: HTTPS}]}",
);
const rule = (spec: string) =>
  istio("DestinationRule", "a", "r", `{host: api.example.net, ${spec}}`);
const pool = "connectionPool: {tcp: {maxConnections: 1}}";

meshCases(portLevelTls, {
  "finds it in a subset": {
    yaml:
      entry +
      rule(
        `subsets: [{name: s, labels: {a: b}, trafficPolicy: {tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, ${pool}}]}}]`,
      ),
    says: ["warning DestinationRule r spec.subsets[0].trafficPolicy.portLevelSettings[0]"],
  },
  "takes a port at which clients speak TLS": {
    yaml:
      entry +
      rule(
        `trafficPolicy: {tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 443}, ${pool}}]}`,
      ),
  },
  "takes mutual TLS of the mesh, which comes by itself": {
    yaml:
      entry +
      rule(
        `trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, portLevelSettings: [{port: {number: 80}, ${pool}}]}`,
      ),
  },
  "does not know of ports of a host that nobody declares": {
    yaml: rule(
      `trafficPolicy: {tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, ${pool}}]}`,
    ),
  },
  "takes that TLS is turned off for the port": {
    yaml:
      entry +
      rule(
        "trafficPolicy: {tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}",
      ),
  },
});
