import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { virtualServiceRules } from "./virtual-service";

const judged = { rules: virtualServiceRules, kind: "VirtualService" };
const at = "spec.http[0].match[0]";
const when = (match: object) => ({
  hosts: ["a"],
  http: [{ match: [match], route: [{ destination: { host: "a" } }] }],
});

const texts: RuleCase[] = [
  ["an empty prefix of a uri", when({ uri: { prefix: "" } })],
  ["an empty prefix of a scheme", when({ scheme: { prefix: "" } }), [`error ${at}.scheme.prefix`]],
  ["an empty prefix of a method", when({ method: { prefix: "" } }), [`error ${at}.method.prefix`]],
  [
    "an empty prefix of an authority",
    when({ authority: { prefix: "" } }),
    [`error ${at}.authority.prefix`],
  ],
  ["an empty exact text", when({ authority: { exact: "" } })],
  [
    "an empty prefix of a parameter",
    when({ queryParams: { q: { prefix: "" } } }),
    [`error ${at}.queryParams.q.prefix`],
  ],
  [
    "an empty prefix of a header",
    when({ headers: { "x-a": { prefix: "" } } }),
    [`error ${at}.headers.x-a.prefix`],
  ],
  ["a header that only has to be there", when({ headers: { "x-a": {} } })],
  ["a wrong expression of a uri", when({ uri: { regex: "(?=a)" } }), [`error ${at}.uri.regex`]],
  ["an empty expression of a uri", when({ uri: { regex: "" } }), [`error ${at}.uri.regex`]],
  ["an expression of a uri", when({ uri: { regex: "(?i)/a.*" } })],
  ["an expression not known yet", when({ uri: { regex: unknown } })],
  [
    "an expression of 1025 bytes",
    when({ uri: { regex: "a".repeat(1025) } }),
    [`error ${at}.uri.regex`],
  ],
  ["an expression of 1024 bytes", when({ uri: { regex: "a".repeat(1024) } })],
  [
    "a wrong expression of a header",
    when({ headers: { "x-a": { regex: "*" } } }),
    [`error ${at}.headers.x-a.regex`],
  ],
  ["presence in withoutHeaders", when({ withoutHeaders: { "x-a": { regex: "*" } } })],
  [
    "a wrong expression in withoutHeaders",
    when({ withoutHeaders: { "x-a": { regex: "**" } } }),
    [`error ${at}.withoutHeaders.x-a.regex`],
  ],
  [
    "a wrong expression of a parameter",
    when({ queryParams: { q: { regex: "[" } } }),
    [`error ${at}.queryParams.q.regex`],
  ],
];

const names: RuleCase[] = [
  ["a header", when({ headers: { "x-a,b": { exact: "x" } } })],
  [
    "a space in a header",
    when({ headers: { "x a": { exact: "x" } } }),
    [`error ${at}.headers["x a"]`],
  ],
  [
    "an empty header",
    when({ withoutHeaders: { "": { exact: "x" } } }),
    [`error ${at}.withoutHeaders[""]`],
  ],
  ["a pseudo header", when({ headers: { ":path": { exact: "x" } } })],
  [
    "no pseudo header",
    when({ headers: { ":host": { exact: "x" } } }),
    [`error ${at}.headers[":host"]`],
  ],
  [
    "no claim",
    when({ headers: { "@request.auth.claims": { exact: "x" } } }),
    [`error ${at}.headers["@request.auth.claims"]`],
  ],
];

const sources: RuleCase[] = [
  ["port 65536", when({ port: 65536 }), [`error ${at}.port`]],
  ["port 0", when({ port: 0 })],
  ["labels", when({ sourceLabels: { "a.b/c": "v_1", d: "" } })],
  ["a wrong key", when({ sourceLabels: { "a b": "v" } }), [`error ${at}.sourceLabels["a b"]`]],
  [
    "a long key",
    when({ sourceLabels: { ["k".repeat(64)]: "v" } }),
    [`error ${at}.sourceLabels.${"k".repeat(64)}`],
  ],
  ["a wrong value", when({ sourceLabels: { a: "-v" } }), [`error ${at}.sourceLabels.a`]],
  ["a gateway", when({ gateways: ["ns/g"] })],
  ["a wrong gateway", when({ gateways: ["ns/g_"] }), [`error ${at}.gateways[0]`]],
  ["an old name of a gateway", when({ gateways: ["g.ns"] })],
  ["a namespace", when({ sourceNamespace: "ns" })],
  ["a wrong namespace", when({ sourceNamespace: "n.s" }), [`error ${at}.sourceNamespace`]],
];

describe("virtualServiceRules for matches of http routes", () => {
  ruleCases("texts", judged, texts);
  ruleCases("names of headers", judged, names);
  ruleCases("sources", judged, sources);
});
