import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { virtualServiceRules } from "./virtual-service";

const judged = { rules: virtualServiceRules, kind: "VirtualService" };
const route = [{ destination: { host: "a" } }];
const hosts = ["a.b", "*.c"];
const tcp = (rule: object) => ({ hosts, tcp: [{ route, ...rule }] });
const tls = (rule: object, top: object = {}) => ({ hosts, tls: [{ route, ...rule }], ...top });
const sni = (host: unknown, top: object = {}) => tls({ match: [{ sniHosts: [host] }] }, top);
const sniAt = "spec.tls[0].match[0].sniHosts";
const mesh = { gateways: ["mesh"] };

const tcpRoutes: RuleCase[] = [
  ["no route", tcp({ route: [] }), ["error spec.tcp[0].route"]],
  ["a route not known yet", tcp({ route: unknown })],
  [
    "a wrong host",
    tcp({ route: [{ destination: { host: "*" } }] }),
    ["error spec.tcp[0].route[0].destination.host"],
  ],
  [
    "a negative weight",
    tcp({ route: [{ destination: { host: "a" }, weight: -1 }] }),
    ["error spec.tcp[0].route[0].weight"],
  ],
  ["weights of 0", tcp({ route: [...route, ...route] }), ["error spec.tcp[0].route"]],
  ["subnets", tcp({ match: [{ destinationSubnets: ["10.0.0.0/8", "1.2.3.4", "::/0"] }] })],
  [
    "a wrong subnet",
    tcp({ match: [{ destinationSubnets: ["10.0.0.0/33"] }] }),
    ["error spec.tcp[0].match[0].destinationSubnets[0]"],
  ],
  ["port 65536", tcp({ match: [{ port: 65536 }] }), ["error spec.tcp[0].match[0].port"]],
  [
    "a wrong label",
    tcp({ match: [{ sourceLabels: { a: "b c" } }] }),
    ["error spec.tcp[0].match[0].sourceLabels.a"],
  ],
  [
    "a wrong gateway",
    tcp({ match: [{ gateways: ["a_"] }] }),
    ["error spec.tcp[0].match[0].gateways[0]"],
  ],
  ["an old name of a gateway", tcp({ match: [{ gateways: ["g.ns"] }] })],
];

const tlsRoutes: RuleCase[] = [
  ["no match", tls({ match: [] }), ["error spec.tls[0].match"]],
  ["no SNI host", tls({ match: [{ sniHosts: [] }] }), [`error ${sniAt}`]],
  ["no route", tls({ match: [{ sniHosts: ["a.b"] }], route: [] }), ["error spec.tls[0].route"]],
  [
    "weights of 0",
    tls({ match: [{ sniHosts: ["a.b"] }], route: [...route, ...route] }),
    ["error spec.tls[0].route"],
  ],
  ["a host", sni("a.b")],
  ["a host of a wildcard", sni("x.c")],
  ["a narrower wildcard", sni("*.x.c")],
  ["a wider wildcard", sni("*.b"), [`error ${sniAt}[0]`]],
  ["another host", sni("d.e"), [`error ${sniAt}[0]`]],
  ["another host where hosts are not known yet", sni("d.e", { hosts: ["a.b", unknown] })],
  ["no host name", sni("a_b"), [`error ${sniAt}[0]`]],
  ["an address", sni("1:2::3"), [`warning ${sniAt}[0]`]],
  ["a name of another cluster", sni("outbound_.80_._.x.c")],
  ["a name of another cluster at gateways", sni("outbound_.80_._.x.c", { gateways: ["ns/g"] })],
  [
    "a name of another cluster in the mesh",
    sni("outbound_.80_._.x.c", mesh),
    [`error ${sniAt}[0]`],
  ],
  ["a host not known yet", sni(unknown)],
  [
    "a wrong subnet",
    tls({ match: [{ sniHosts: ["a.b"], destinationSubnets: ["x"] }] }),
    ["error spec.tls[0].match[0].destinationSubnets[0]"],
  ],
  [
    "port 65536",
    tls({ match: [{ sniHosts: ["a.b"], port: 65536 }] }),
    ["error spec.tls[0].match[0].port"],
  ],
  [
    "a wrong label",
    tls({ match: [{ sniHosts: ["a.b"], sourceLabels: { "-": "b" } }] }),
    ['error spec.tls[0].match[0].sourceLabels["-"]'],
  ],
  [
    "a wrong gateway",
    tls({ match: [{ sniHosts: ["a.b"], gateways: ["ns/"] }] }),
    ["error spec.tls[0].match[0].gateways[0]"],
  ],
  [
    "an old name of a gateway",
    tls({ match: [{ sniHosts: ["a.b"], gateways: ["g.ns"] }] }),
    ["warning spec.tls[0].match[0].gateways[0]"],
  ],
];

describe("virtualServiceRules for tls and tcp routes", () => {
  ruleCases("tcp", judged, tcpRoutes);
  ruleCases("tls", judged, tlsRoutes);
});
