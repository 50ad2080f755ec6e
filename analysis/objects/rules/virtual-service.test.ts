import assert from "node:assert/strict";
import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { virtualServiceRules } from "./virtual-service";

const judged = { rules: virtualServiceRules, kind: "VirtualService" };
const route = [{ destination: { host: "a" } }];
const http = [{ route }];
const tls = [{ match: [{ sniHosts: ["a.b"] }], route }];
const tcp = [{ route }];

const delegates: RuleCase[] = [
  ["a delegate with http only", { http }],
  ["gateways in a delegate", { http, gateways: ["ns/g"] }, ["error spec.gateways"]],
  ["empty gateways in a delegate", { http, gateways: [] }],
  [
    "tls in a delegate",
    { http, tls },
    ["error spec.tls", "error spec.tls[0].match[0].sniHosts[0]"],
  ],
  ["tcp in a delegate", { http, tcp }, ["error spec.tcp"]],
  ["tcp beside hosts", { hosts: ["a"], http, tcp }],
  ["hosts not known yet", { hosts: unknown, http, gateways: ["ns/g"], tcp }],
  ["no routes", { hosts: ["a"] }, ["error spec"]],
  ["no spec", undefined, ["error spec"]],
  ["empty routes", { hosts: ["a"], http: [] }, ["error spec"]],
  ["routes not known yet", { hosts: ["a"], http: unknown }],
];

const gateways: RuleCase[] = [
  ["a name with namespace", { hosts: ["a"], http, gateways: ["ns/g"] }],
  ["mesh", { hosts: ["a"], http, gateways: ["mesh"] }],
  ["an empty namespace", { hosts: ["a"], http, gateways: ["/g"] }, ["error spec.gateways[0]"]],
  ["an empty name", { hosts: ["a"], http, gateways: ["ns/"] }, ["error spec.gateways[0]"]],
  ["a dot in a name", { hosts: ["a"], http, gateways: ["ns/g.x"] }, ["error spec.gateways[0]"]],
  ["a dot in a namespace", { hosts: ["a"], http, gateways: ["n.s/g"] }, ["error spec.gateways[0]"]],
  ["an old name", { hosts: ["a"], http, gateways: ["g.ns"] }, ["warning spec.gateways[0]"]],
  ["no name", { hosts: ["a"], http, gateways: ["g_"] }, ["error spec.gateways[0]"]],
  ["a wrong name behind mesh", { hosts: ["a"], http, gateways: ["mesh", "ns/g_"] }],
  [
    "a wrong name before mesh",
    { hosts: ["a"], http, gateways: ["ns/g_", "mesh"] },
    ["error spec.gateways[0]"],
  ],
  ["a name not known yet", { hosts: ["*"], http, gateways: [unknown] }],
];

const claim = "@request.auth.claims.sub";
const claimed = (name: string) => [{ match: [{ [name]: { [claim]: { exact: "x" } } }], route }];
const claims: RuleCase[] = [
  [
    "a claim inside the mesh",
    { hosts: ["a"], http: claimed("headers") },
    [`error spec.http[0].match[0].headers["${claim}"]`],
  ],
  [
    "a claim where gateways name the mesh",
    { hosts: ["a"], gateways: ["ns/g", "mesh"], http: claimed("withoutHeaders") },
    [`error spec.http[0].match[0].withoutHeaders["${claim}"]`],
  ],
  ["a claim at a gateway", { hosts: ["a"], gateways: ["ns/g"], http: claimed("headers") }],
];

const at = { gateways: ["ns/g"] };
const hosts: RuleCase[] = [
  ["a wildcard", { hosts: ["*.a"], http }],
  ["an address", { hosts: ["1.2.3.4", "::1"], http }],
  ["an empty host", { hosts: [""], http }, ["error spec.hosts[0]"]],
  ["an underscore", { hosts: ["a_b"], http }, ["error spec.hosts[0]"]],
  ["a wildcard inside", { hosts: ["a.*.b"], http }, ["error spec.hosts[0]"]],
  ["every host inside the mesh", { hosts: ["*"], http }, ["error spec.hosts[0]"]],
  ["every host at a gateway", { hosts: ["*"], ...at, http }],
  [
    "every host at a gateway and the mesh",
    { hosts: ["*"], gateways: ["ns/g", "mesh"], http },
    ["error spec.hosts[0]"],
  ],
  [
    "a name of another cluster without SNI",
    { hosts: ["outbound_.80_._.a.b"], ...at, http },
    ["error spec.hosts[0]"],
  ],
  [
    "a name of another cluster with SNI",
    {
      hosts: ["outbound_.80_._.a.b"],
      ...at,
      tls: [{ match: [{ sniHosts: ["outbound_.80_._.a.b"] }], route }],
    },
  ],
  [
    "a name of another cluster without port",
    { hosts: ["outbound_.x_._.a.b", "a.b"], ...at, tls },
    ["error spec.hosts[0]"],
  ],
  ["the same host twice", { hosts: ["a", "b", "a"], http }, ["error spec.hosts[2]"]],
  ["a host and its wildcard", { hosts: ["a.com", "*.com"], http }, ["error spec.hosts[1]"]],
  ["a wildcard and a narrower one", { hosts: ["*.com", "*.a.com"], http }, ["error spec.hosts[1]"]],
  ["a wildcard and what it does not stand for", { hosts: ["*.a.com", "a.com", "b.com"], http }],
  [
    "the same host twice beside a wrong one",
    { hosts: ["a", "a", "_"], http },
    ["error spec.hosts[2]"],
  ],
  ["hosts not known yet", { hosts: [unknown, "a"], http }],
];

const exportTo: RuleCase[] = [
  ["own namespace", { hosts: ["a"], http, exportTo: ["."] }],
  ["namespaces", { hosts: ["a"], http, exportTo: [".", "x"] }],
  ["one namespace twice", { hosts: ["a"], http, exportTo: ["x", "x"] }, ["error spec.exportTo[1]"]],
  [
    "own namespace in two ways",
    { hosts: ["a"], http, exportTo: [".", "ns"] },
    ["error spec.exportTo[1]"],
  ],
  ["everyone and others", { hosts: ["a"], http, exportTo: ["*", "x"] }, ["error spec.exportTo"]],
  ["everyone", { hosts: ["a"], http, exportTo: ["*"] }],
  ["no one", { hosts: ["a"], http, exportTo: ["~"] }, ["error spec.exportTo[0]"]],
  ["no name", { hosts: ["a"], http, exportTo: ["a.b"] }, ["error spec.exportTo[0]"]],
  ["an entry not known yet", { hosts: ["a"], http, exportTo: [unknown, "x"] }],
];

describe("virtualServiceRules", () => {
  ruleCases("delegates and routes", judged, delegates);
  ruleCases("gateways", judged, gateways);
  ruleCases("claims", judged, claims);
  ruleCases("hosts", judged, hosts);
  ruleCases("exportTo", judged, exportTo);

  it("throws on no object", () => {
    for (const spec of [
      null,
      unknown,
      1,
      "x",
      [],
      { http: {}, hosts: 3, tls: [null, 1, unknown] },
    ]) {
      const object = {
        apiVersion: "networking.istio.io/v1",
        kind: "VirtualService",
        metadata: {},
        spec,
      };
      assert.doesNotThrow(() => virtualServiceRules(object));
    }
  });
});
