import assert from "node:assert/strict";
import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { virtualServiceRules } from "./virtual-service";

const judged = { rules: virtualServiceRules, kind: "VirtualService" };
const route = [{ destination: { host: "a" } }];
const rules = (...matches: unknown[]) => ({
  hosts: ["a"],
  http: matches.map((match) => (match === undefined ? { route } : { match, route })),
});
const port = (number: number) => [{ port: number }];
const prefix = (text: string, more: object = {}) => [{ uri: { prefix: text }, ...more }];

const order: RuleCase[] = [
  ["an open rule at the end", rules(port(1), undefined)],
  ["two open rules", rules(undefined, undefined), ["warning spec.http[1]"]],
  ["an empty match", rules([], port(1)), ["warning spec.http[1].match[0]"]],
  [
    "each match behind an open rule",
    rules(undefined, [{ port: 1 }, { port: 2 }]),
    ["warning spec.http[1].match[0]", "warning spec.http[1].match[1]"],
  ],
  ["a match not known yet before", rules(unknown, port(1))],
  [
    "the same in tcp",
    { hosts: ["a"], tcp: [{ route }, { match: port(1), route }] },
    ["warning spec.tcp[1].match[0]"],
  ],
  [
    "the same match in tls",
    {
      hosts: ["a"],
      tls: [
        { match: [{ sniHosts: ["a"] }], route },
        { match: [{ sniHosts: ["a"] }], route },
      ],
    },
    ["warning spec.tls[1].match[0]", "warning spec.tls[1]"],
  ],
];

const repeats: RuleCase[] = [
  ["different matches", rules(port(1), port(2))],
  [
    "the same match",
    rules(port(1), port(1)),
    ["warning spec.http[1].match[0]", "warning spec.http[1]"],
  ],
  [
    "one of two the same",
    rules(port(1), [{ port: 1 }, { port: 2 }]),
    ["warning spec.http[1].match[0]"],
  ],
  [
    "the same but for the name",
    rules(port(1), [{ name: "x", port: 1 }]),
    ["warning spec.http[1].match[0]", "warning spec.http[1]"],
  ],
  [
    "the same in another order with empty fields",
    rules(
      [{ port: 1, sourceNamespace: "x" }],
      [{ sourceNamespace: "x", port: 1, gateways: [], headers: {} }],
    ),
    ["warning spec.http[1].match[0]", "warning spec.http[1]"],
  ],
  [
    "the same as far as known",
    rules([{ port: 1, sourceNamespace: unknown }], [{ port: 1, sourceNamespace: unknown }]),
  ],
];

const exact = (text: string) => ({ exact: text });
const covers: RuleCase[] = [
  [
    "a shorter prefix before",
    rules(prefix("/a"), prefix("/ab")),
    ["warning spec.http[1].match[0]"],
  ],
  ["a longer prefix before", rules(prefix("/ab"), prefix("/a"))],
  ["another port", rules(prefix("/a", { port: 1 }), prefix("/ab", { port: 2 }))],
  [
    "the method that is meant without",
    rules(prefix("/a"), prefix("/ab", { method: exact("GET") })),
    ["warning spec.http[1].match[0]"],
  ],
  ["another method", rules(prefix("/a"), prefix("/ab", { method: exact("PUT") }))],
  [
    "another authority",
    rules(prefix("/a", { authority: exact("x") }), prefix("/ab", { authority: exact("y") })),
  ],
  [
    "no authority behind",
    rules(prefix("/a", { authority: exact("x") }), prefix("/ab")),
    ["warning spec.http[1].match[0]"],
  ],
  ["a header behind", rules(prefix("/a"), prefix("/ab", { headers: { h: exact("x") } }))],
  [
    "other headers",
    rules(
      prefix("/a", { headers: { h: exact("x") } }),
      prefix("/ab", { headers: { i: exact("x") } }),
    ),
  ],
  [
    "the same headers",
    rules(
      prefix("/a", { headers: { h: exact("x") } }),
      prefix("/ab", { headers: { h: exact("x") } }),
    ),
    ["warning spec.http[1].match[0]"],
  ],
  [
    "other parameters",
    rules(
      prefix("/a", { queryParams: { q: exact("x") } }),
      prefix("/ab", { queryParams: { q: exact("y") } }),
    ),
  ],
  ["a header left out behind", rules(prefix("/a"), prefix("/ab", { withoutHeaders: { h: {} } }))],
  ["a prefix not known yet", rules(prefix("/a"), [{ uri: { prefix: unknown } }])],
];

describe("virtualServiceRules for rules that are not reached", () => {
  ruleCases("order", judged, order);
  ruleCases("repeats", judged, repeats);
  ruleCases("prefixes", judged, covers);

  it("has istioctl's codes", () => {
    const object = { apiVersion: "networking.istio.io/v1", kind: "VirtualService", metadata: {} };
    const found = virtualServiceRules({ ...object, spec: rules(port(1), port(1)) });
    assert.deepEqual(found.map(({ code }) => code).sort(), ["IST0130", "IST0131"]);
  });
});
