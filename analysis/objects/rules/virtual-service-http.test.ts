import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { virtualServiceRules } from "./virtual-service";

const judged = { rules: virtualServiceRules, kind: "VirtualService" };
const at = "spec.http[0]";
const destination = { host: "a" };
const route = [{ destination }];
const only = (rule: object) => ({ hosts: ["a"], http: [rule] });
const routed = (rule: object) => only({ route, ...rule });
const to = (...destinations: unknown[]) => only({ route: destinations });

const redirect = { uri: "/x" };
const directResponse = { status: 200 };
const fault = { abort: { httpStatus: 500 } };
const rewrite = { uri: "/x" };
const delegate = { name: "d" };

const actions: RuleCase[] = [
  ["a redirect", only({ redirect })],
  ["a direct response", only({ directResponse })],
  ["a route", only({ route, fault, rewrite })],
  ["nothing", only({ match: [{ port: 80 }] }), [`error ${at}`]],
  ["an empty route", only({ route: [] }), [`error ${at}`]],
  ["a route not known yet", only({ route: unknown })],
  ["a redirect and a route", only({ redirect, route }), [`error ${at}.route`]],
  ["a redirect and an empty route", only({ redirect, route: [] })],
  ["a redirect and a fault", only({ redirect, fault }), [`error ${at}.fault`]],
  ["a redirect and a rewrite", only({ redirect, rewrite }), [`error ${at}.rewrite`]],
  [
    "a redirect and a direct response",
    only({ redirect, directResponse }),
    [`error ${at}.directResponse`],
  ],
  ["a direct response and a route", only({ directResponse, route }), [`error ${at}.route`]],
  ["a direct response and a fault", only({ directResponse, fault }), [`error ${at}.fault`]],
  ["a direct response and a rewrite", only({ directResponse, rewrite }), [`error ${at}.rewrite`]],
  [
    "mirror and mirrors",
    routed({ mirror: destination, mirrors: [{ destination }] }),
    [`error ${at}.mirrors`],
  ],
  ["mirror and empty mirrors", routed({ mirror: destination, mirrors: [] })],
  ["a delegate", only({ delegate })],
  ["a delegate and a redirect", only({ delegate, redirect }), [`error ${at}.redirect`]],
  ["a delegate and a route", only({ delegate, route }), [`error ${at}.route`]],
  ["a delegate and an empty route", only({ delegate, route: [] })],
  ["a delegate of a delegate", { http: [{ delegate, route }] }, ["error spec.http[0].delegate"]],
  ["a delegate where hosts are not known yet", { hosts: unknown, http: [{ delegate, route }] }],
];

const destinations: RuleCase[] = [
  ["every host", to({ destination: { host: "*" } }), [`error ${at}.route[0].destination.host`]],
  ["a wildcard host", to({ destination: { host: "*.a" } })],
  ["no host name", to({ destination: { host: "a_b" } }), [`error ${at}.route[0].destination.host`]],
  ["an empty host", to({ destination: { host: "" } }), [`error ${at}.route[0].destination.host`]],
  ["a host not known yet", to({ destination: { host: unknown } })],
  [
    "a subset with a dot",
    to({ destination: { host: "a", subset: "v.1" } }),
    [`error ${at}.route[0].destination.subset`],
  ],
  ["a subset", to({ destination: { host: "a", subset: "v1" } })],
  ["an empty subset", to({ destination: { host: "a", subset: "" } })],
  [
    "port 0",
    to({ destination: { host: "a", port: { number: 0 } } }),
    [`error ${at}.route[0].destination.port.number`],
  ],
  [
    "no port number",
    to({ destination: { host: "a", port: {} } }),
    [`error ${at}.route[0].destination.port.number`],
  ],
  [
    "a port above",
    to({ destination: { host: "a", port: { number: 65536 } } }),
    [`error ${at}.route[0].destination.port.number`],
  ],
  ["the last port", to({ destination: { host: "a", port: { number: 65535 } } })],
  ["a port not known yet", to({ destination: { host: "a", port: { number: unknown } } })],
  ["a negative weight", to({ destination, weight: -1 }), [`error ${at}.route[0].weight`]],
  ["weights that are no hundred", to({ destination, weight: 3 }, { destination, weight: 4 })],
  ["weights of 0", to({ destination, weight: 0 }, { destination }), [`error ${at}.route`]],
  ["one weight of 0", to({ destination, weight: 0 })],
  ["one weight not known yet", to({ destination, weight: 0 }, { destination, weight: unknown })],
];

const add = (name: string, value = "x") => ({ [name]: value });
const headers: RuleCase[] = [
  ["an authority of a request", routed({ headers: { request: { set: add(":authority") } } })],
  ["a host of a request", routed({ headers: { request: { add: add("Host") } } })],
  [
    "a path of a request",
    routed({ headers: { request: { set: add(":path") } } }),
    [`error ${at}.headers.request.set[":path"]`],
  ],
  [
    "an empty name",
    routed({ headers: { request: { add: add("") } } }),
    [`error ${at}.headers.request.add[""]`],
  ],
  [
    "a removed host",
    routed({ headers: { request: { remove: ["Host"] } } }),
    [`error ${at}.headers.request.remove[0]`],
  ],
  ["a removed header", routed({ headers: { request: { remove: ["x-a"] } } })],
  [
    "a removed pseudo header",
    routed({ headers: { request: { remove: [":method"] } } }),
    [`error ${at}.headers.request.remove[0]`],
  ],
  [
    "an empty removed name",
    routed({ headers: { response: { remove: [""] } } }),
    [`error ${at}.headers.response.remove[0]`],
  ],
  [
    "a host of a response",
    routed({ headers: { response: { set: add("host") } } }),
    [`error ${at}.headers.response.set.host`],
  ],
  [
    "a status of a response",
    routed({ headers: { response: { add: add(":status") } } }),
    [`error ${at}.headers.response.add[":status"]`],
  ],
  ["a header of a response", routed({ headers: { response: { add: add("x-a") } } })],
  [
    "an open variable",
    routed({ headers: { request: { set: add("x-a", "%REQ(x)") } } }),
    [`error ${at}.headers.request.set.x-a`],
  ],
  ["a variable", routed({ headers: { request: { set: add("x-a", "%REQ(x)%") } } })],
  ["a value not known yet", routed({ headers: { request: { set: { "x-a": unknown } } } })],
  [
    "a header of a destination",
    to({ destination, headers: { response: { set: add("host") }, request: { remove: ["x-a"] } } }),
    [`error ${at}.route[0].headers.response.set.host`],
  ],
  [
    "two authorities",
    routed({ rewrite: { authority: "b" }, headers: { request: { set: add("host", "c") } } }),
    [`error ${at}.headers.request.set.host`],
  ],
  [
    "two authorities in headers",
    routed({ headers: { request: { set: add("host", "c"), add: add(":authority", "d") } } }),
    [`error ${at}.headers.request.add[":authority"]`],
  ],
  [
    "one authority and an empty one",
    routed({
      rewrite: { uri: "/", authority: "" },
      headers: { request: { set: add("host", "c") } },
    }),
  ],
];

const cors = (corsPolicy: object) => routed({ corsPolicy });
const corsPolicies: RuleCase[] = [
  ["origins", cors({ allowOrigins: [{ exact: "a" }, { prefix: "a" }, { regex: "a+" }] })],
  [
    "an empty origin",
    cors({ allowOrigins: [{ exact: "" }] }),
    [`error ${at}.corsPolicy.allowOrigins[0]`],
  ],
  [
    "an origin of nothing",
    cors({ allowOrigins: [{}] }),
    [`error ${at}.corsPolicy.allowOrigins[0]`],
  ],
  ["an origin not known yet", cors({ allowOrigins: [{ exact: unknown }] })],
  [
    "a wrong expression",
    cors({ allowOrigins: [{ regex: "(" }] }),
    [`error ${at}.corsPolicy.allowOrigins[0].regex`],
  ],
  ["methods", cors({ allowMethods: ["GET", "*"] })],
  [
    "a method that is none",
    cors({ allowMethods: ["get"] }),
    [`error ${at}.corsPolicy.allowMethods[0]`],
  ],
  ["header names", cors({ allowHeaders: ["*", "x-a"], exposeHeaders: ["x-a"] })],
  ["a wrong header", cors({ allowHeaders: ["x a"] }), [`error ${at}.corsPolicy.allowHeaders[0]`]],
  ["an empty header", cors({ exposeHeaders: [""] }), [`error ${at}.corsPolicy.exposeHeaders[0]`]],
  ["an age in seconds", cors({ maxAge: "1m" })],
  ["an age in milliseconds", cors({ maxAge: "1500ms" }), [`error ${at}.corsPolicy.maxAge`]],
];

const faults: RuleCase[] = [
  ["nothing", routed({ fault: {} }), [`error ${at}.fault`]],
  ["a fault not known yet", routed({ fault: { abort: unknown } })],
  ["an abort without type", routed({ fault: { abort: {} } })],
  ["a percentage of nothing", routed({ fault: { abort: { httpStatus: 500, percentage: {} } } })],
  [
    "a small percentage",
    routed({ fault: { abort: { httpStatus: 500, percentage: { value: 0.0001 } } } }),
  ],
  [
    "a smaller one",
    routed({ fault: { abort: { httpStatus: 500, percentage: { value: 0.00001 } } } }),
    [`error ${at}.fault.abort.percentage.value`],
  ],
  [
    "a large percentage",
    routed({ fault: { delay: { fixedDelay: "1s", percentage: { value: 100.1 } } } }),
    [`error ${at}.fault.delay.percentage.value`],
  ],
  [
    "a negative percentage",
    routed({ fault: { delay: { fixedDelay: "1s", percentage: { value: -1 } } } }),
    [`error ${at}.fault.delay.percentage.value`],
  ],
  ["status 600", routed({ fault: { abort: { httpStatus: 600 } } })],
  [
    "status 601",
    routed({ fault: { abort: { httpStatus: 601 } } }),
    [`error ${at}.fault.abort.httpStatus`],
  ],
  [
    "status 199",
    routed({ fault: { abort: { httpStatus: 199 } } }),
    [`error ${at}.fault.abort.httpStatus`],
  ],
  ["a gRPC status", routed({ fault: { abort: { grpcStatus: "NOT_FOUND" } } })],
  [
    "a wrong gRPC status",
    routed({ fault: { abort: { grpcStatus: "not_found" } } }),
    [`error ${at}.fault.abort.grpcStatus`],
  ],
  [
    "an HTTP/2 error",
    routed({ fault: { abort: { http2Error: "x" } } }),
    [`error ${at}.fault.abort.http2Error`],
  ],
  ["a delay", routed({ fault: { delay: { fixedDelay: "1ms" } } })],
  [
    "a delay of half a millisecond more",
    routed({ fault: { delay: { fixedDelay: "1.5ms" } } }),
    [`error ${at}.fault.delay.fixedDelay`],
  ],
  [
    "an exponential delay",
    routed({ fault: { delay: { exponentialDelay: "1s" } } }),
    [`error ${at}.fault.delay.exponentialDelay`],
  ],
];

const mirrors: RuleCase[] = [
  [
    "a percent",
    routed({ mirror: destination, mirrorPercent: 100 }),
    [`warning ${at}.mirrorPercent`],
  ],
  [
    "a percent in the other spelling",
    routed({ mirror: destination, mirror_percent: 1 }),
    [`warning ${at}.mirror_percent`],
  ],
  [
    "a percent above",
    routed({ mirror: destination, mirrorPercent: 101 }),
    [`error ${at}.mirrorPercent`, `warning ${at}.mirrorPercent`],
  ],
  ["no percent", routed({ mirror: destination, mirrorPercent: null })],
  ["a percentage", routed({ mirror: destination, mirrorPercentage: { value: 0.00001 } })],
  [
    "a percentage above",
    routed({ mirror: destination, mirrorPercentage: { value: 100.5 } }),
    [`error ${at}.mirrorPercentage.value`],
  ],
  [
    "a percentage below",
    routed({ mirror: destination, mirrorPercentage: { value: -1 } }),
    [`error ${at}.mirrorPercentage.value`],
  ],
  ["a wrong host", routed({ mirror: { host: "*" } }), [`error ${at}.mirror.host`]],
  [
    "a wrong host of several",
    routed({ mirrors: [{ destination }, { destination: { host: "*" } }] }),
    [`error ${at}.mirrors[1].destination.host`],
  ],
  [
    "a percentage above of several",
    routed({ mirrors: [{ destination, percentage: { value: 101 } }] }),
    [`error ${at}.mirrors[0].percentage.value`],
  ],
  [
    "a percentage below of several",
    routed({ mirrors: [{ destination, percentage: { value: -0.1 } }] }),
    [`error ${at}.mirrors[0].percentage.value`],
  ],
];

const redirects: RuleCase[] = [
  ["a port", only({ redirect: { port: 8080 } })],
  ["a derived port", only({ redirect: { derivePort: "FROM_REQUEST_PORT" } })],
  ["a scheme", only({ redirect: { scheme: "https" } })],
  ["a wrong scheme", only({ redirect: { scheme: "HTTPS" } }), [`error ${at}.redirect.scheme`]],
  ["nothing", only({ redirect: { redirectCode: 301 } }), [`error ${at}.redirect`]],
  ["an authority not known yet", only({ redirect: { authority: unknown } })],
  ["code 399", only({ redirect: { uri: "/", redirectCode: 399 } })],
  ["code 0", only({ redirect: { uri: "/", redirectCode: 0 } })],
  [
    "code 400",
    only({ redirect: { uri: "/", redirectCode: 400 } }),
    [`error ${at}.redirect.redirectCode`],
  ],
  [
    "code 299",
    only({ redirect: { uri: "/", redirectCode: 299 } }),
    [`error ${at}.redirect.redirectCode`],
  ],
  ["a port above", only({ redirect: { port: 65536 } }), [`error ${at}.redirect.port`]],
  [
    "a uri and a prefix",
    only({ redirect: { uri: "/", prefixRewrite: "/" } }),
    [`error ${at}.redirect.prefixRewrite`],
  ],
  [
    "a prefix for prefixes",
    only({ match: [{ uri: { prefix: "/" } }, { port: 1 }], redirect: { prefixRewrite: "/" } }),
  ],
  [
    "a prefix for another match",
    only({ match: [{ uri: { exact: "/" } }], redirect: { prefixRewrite: "/" } }),
    [`error ${at}.redirect.prefixRewrite`],
  ],
];

const rewrites: RuleCase[] = [
  ["an authority", routed({ rewrite: { authority: "b" } })],
  ["nothing", routed({ rewrite: {} }), [`error ${at}.rewrite`]],
  ["nothing but empty texts", routed({ rewrite: { uri: "" } }), [`error ${at}.rewrite`]],
  ["an expression", routed({ rewrite: { uriRegexRewrite: { match: "a", rewrite: "b" } } })],
  [
    "an expression and a uri",
    routed({ rewrite: { uri: "/", uriRegexRewrite: { match: "a", rewrite: "b" } } }),
    [`error ${at}.rewrite.uriRegexRewrite`],
  ],
  [
    "no match",
    routed({ rewrite: { uriRegexRewrite: { rewrite: "b" } } }),
    [`error ${at}.rewrite.uriRegexRewrite.match`],
  ],
  [
    "no replacement",
    routed({ rewrite: { uriRegexRewrite: { match: "a" } } }),
    [`error ${at}.rewrite.uriRegexRewrite.rewrite`],
  ],
  [
    "a wrong expression",
    routed({ rewrite: { uriRegexRewrite: { match: "[", rewrite: "b" } } }),
    [`error ${at}.rewrite.uriRegexRewrite.match`],
  ],
];

const body = (string: string) => only({ directResponse: { status: 200, body: { string } } });
const bytes = (size: number) =>
  only({ directResponse: { status: 200, body: { bytes: Buffer.alloc(size).toString("base64") } } });
const responses: RuleCase[] = [
  ["status 600", only({ directResponse: { status: 600 } })],
  ["status 601", only({ directResponse: { status: 601 } }), [`error ${at}.directResponse.status`]],
  ["status 199", only({ directResponse: { status: 199 } }), [`error ${at}.directResponse.status`]],
  ["a body of 100 kB", body("x".repeat(102400))],
  ["a larger body", body("x".repeat(102401)), [`warning ${at}.directResponse.body.string`]],
  [
    "a body of two bytes a letter",
    body("é".repeat(52000)),
    [`warning ${at}.directResponse.body.string`],
  ],
  ["a body of 1 MB", bytes(1048576), [`warning ${at}.directResponse.body.bytes`]],
  ["a body above", bytes(1048577), [`error ${at}.directResponse.body.bytes`]],
];

const retries: RuleCase[] = [
  [
    "attempts",
    routed({ retries: { attempts: 1, perTryTimeout: "1s", retryOn: "5xx,503", backoff: "1s" } }),
  ],
  ["no attempts", routed({ retries: { attempts: 0, backoff: "1s" } })],
  ["negative attempts", routed({ retries: { attempts: -1 } }), [`error ${at}.retries.attempts`]],
  [
    "a timeout without attempts",
    routed({ retries: { perTryTimeout: "1s" } }),
    [`error ${at}.retries.attempts`],
  ],
  [
    "a condition without attempts",
    routed({ retries: { attempts: 0, retryOn: "5xx" } }),
    [`error ${at}.retries.attempts`],
  ],
  ["an empty condition without attempts", routed({ retries: { retryOn: "" } })],
  [
    "localities without attempts",
    routed({ retries: { retryRemoteLocalities: false } }),
    [`error ${at}.retries.attempts`],
  ],
  ["no localities without attempts", routed({ retries: { retryRemoteLocalities: null } })],
  ["attempts not known yet", routed({ retries: { attempts: unknown, retryOn: "5xx" } })],
  [
    "a space behind a comma",
    routed({ retries: { attempts: 1, retryOn: "5xx, reset" } }),
    [`error ${at}.retries.retryOn`],
  ],
  [
    "a status that is none",
    routed({ retries: { attempts: 1, retryOn: "509" } }),
    [`error ${at}.retries.retryOn`],
  ],
  [
    "a comma at the end",
    routed({ retries: { attempts: 1, retryOn: "5xx," } }),
    [`error ${at}.retries.retryOn`],
  ],
  [
    "a timeout with microseconds",
    routed({ retries: { attempts: 1, perTryTimeout: "1001us" } }),
    [`error ${at}.retries.perTryTimeout`],
  ],
  [
    "a backoff with microseconds",
    routed({ retries: { attempts: 1, backoff: "1001us" } }),
    [`error ${at}.retries.backoff`],
  ],
];

const timeouts: RuleCase[] = [
  ["hours and minutes", routed({ timeout: "1h30m" })],
  ["less than whole milliseconds", routed({ timeout: "1.0005s" }), [`error ${at}.timeout`]],
  ["a timeout not known yet", routed({ timeout: unknown })],
];

describe("virtualServiceRules for http routes", () => {
  ruleCases("actions", judged, actions);
  ruleCases("destinations", judged, destinations);
  ruleCases("headers", judged, headers);
  ruleCases("corsPolicy", judged, corsPolicies);
  ruleCases("fault", judged, faults);
  ruleCases("mirror", judged, mirrors);
  ruleCases("redirect", judged, redirects);
  ruleCases("rewrite", judged, rewrites);
  ruleCases("directResponse", judged, responses);
  ruleCases("retries", judged, retries);
  ruleCases("timeout", judged, timeouts);
});
