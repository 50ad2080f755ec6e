import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../../../arguments/argument-check";
import { failureOf, settled } from "../../../test/support/record";
import { Dialect } from "../dialect";
import type { RouteContext } from "./http-options-context";
import { checkHttpRule, gatewayApiHttpRule, istioHttpRules } from "./http-options-rule";
import type { HttpRule } from "./http-options-rule-args";

const context: RouteContext = { namespace: "shop", service: "web", port: 80 };
const route = [{ destination: { host: "web.shop.svc.cluster.local" } }];
const backendRefs = [{ name: "web", port: 80 }];

function checked(rule: HttpRule, dialect: Dialect): HttpRule {
  const check = new ArgumentCheck("ServiceRoute", "x");
  const safe = checkHttpRule(check, "", rule, { dialect, context });
  check.done();
  return safe;
}
const istio = (rule: HttpRule) => istioHttpRules(checked(rule, Dialect.Istio), route, context);
const gatewayApi = (rule: HttpRule) =>
  gatewayApiHttpRule(checked(rule, Dialect.GatewayApi), backendRefs, context);

describe("retries in an HTTPRoute", () => {
  const retries = {
    attempts: 2,
    perTryTimeout: "0.5s",
    backoff: "1.5s",
    retryOn: "connect-failure,502,503",
  };

  it("are written where the program installs a Gateway API that has them", () => {
    const check = new ArgumentCheck("ServiceRoute", "x");
    const installed = { ...context, gatewayApi: "1.7.0" };
    const place = { dialect: Dialect.GatewayApi, context: installed };
    const safe = checkHttpRule(check, "", { retries, timeout: "2s" }, place);
    check.done();
    const { retry, timeouts } = gatewayApiHttpRule(safe, backendRefs, installed);
    assert.deepEqual(retry, { attempts: 2, backoff: "1s500ms", codes: [502, 503] });
    assert.deepEqual(timeouts, { request: "2s", backendRequest: "500ms" });
  });
});

describe("options of a route", () => {
  const both: [what: string, rule: HttpRule, istio: object, gatewayApi: object][] = [
    [
      "a timeout, without fractions in the Gateway API",
      { timeout: "1.5s" },
      { timeout: "1.5s" },
      { timeouts: { request: "1s500ms" } },
    ],
    [
      "headers",
      {
        headers: {
          request: { set: { "x-env": "test" }, remove: ["x-debug"] },
          response: { add: { "x-served-by": "mesh" } },
        },
      },
      {
        headers: {
          request: { set: { "x-env": "test" }, remove: ["x-debug"] },
          response: { add: { "x-served-by": "mesh" } },
        },
      },
      {
        filters: [
          {
            type: "RequestHeaderModifier",
            requestHeaderModifier: {
              set: [{ name: "x-env", value: "test" }],
              remove: ["x-debug"],
            },
          },
          {
            type: "ResponseHeaderModifier",
            responseHeaderModifier: { add: [{ name: "x-served-by", value: "mesh" }] },
          },
        ],
      },
    ],
    [
      "mirrors: of the route's service, of another and of a share",
      {
        mirrors: [
          { version: "v2", percentage: 0 },
          { service: "audit", namespace: "ops", port: 8080, percentage: 0.5 },
          { service: "copy.example.com", port: 443 },
        ],
      },
      {
        mirrors: [
          {
            destination: { host: "web.shop.svc.cluster.local", subset: "v2" },
            percentage: { value: 0 },
          },
          {
            destination: { host: "audit.ops.svc.cluster.local", port: { number: 8080 } },
            percentage: { value: 0.5 },
          },
          { destination: { host: "copy.example.com", port: { number: 443 } } },
        ],
      },
      {
        filters: [
          {
            type: "RequestMirror",
            requestMirror: { backendRef: { name: "web-v2", port: 80 }, percent: 0 },
          },
          {
            type: "RequestMirror",
            requestMirror: {
              backendRef: { name: "audit", namespace: "ops", port: 8080 },
              fraction: { numerator: 5000, denominator: 1_000_000 },
            },
          },
          {
            type: "RequestMirror",
            requestMirror: {
              backendRef: {
                group: "networking.istio.io",
                kind: "Hostname",
                name: "copy.example.com",
                port: 443,
              },
            },
          },
        ],
      },
    ],
    [
      "CORS, with what the dialects would choose differently",
      {
        corsPolicy: {
          allowOrigins: ["https://a.example.com", "https://*.example.org"],
          allowMethods: ["GET"],
          maxAge: "2m",
          allowCredentials: false,
        },
      },
      {
        corsPolicy: {
          allowOrigins: [
            { exact: "https://a.example.com" },
            { regex: "https://[^/]*\\.example\\.org" },
          ],
          allowMethods: ["GET"],
          maxAge: "2m",
          allowCredentials: false,
          unmatchedPreflights: "IGNORE",
        },
      },
      {
        filters: [
          {
            type: "CORS",
            cors: {
              allowOrigins: ["https://a.example.com", "https://*.example.org"],
              allowMethods: ["GET"],
              maxAge: 120,
              allowCredentials: false,
            },
          },
        ],
      },
    ],
    [
      "a rewrite of host and whole path",
      { rewrite: { host: "internal.example.com", path: "/health" } },
      {
        rewrite: {
          authority: "internal.example.com",
          uriRegexRewrite: { match: "/.*", rewrite: "/health" },
        },
      },
      {
        filters: [
          {
            type: "URLRewrite",
            urlRewrite: {
              hostname: "internal.example.com",
              path: { type: "ReplaceFullPath", replaceFullPath: "/health" },
            },
          },
        ],
      },
    ],
  ];
  for (const [what, rule, inIstio, inGatewayApi] of both) {
    it(`write ${what}`, () => {
      assert.deepEqual(istio(rule), [{ route, ...inIstio }]);
      assert.deepEqual(gatewayApi(rule), { ...inGatewayApi, backendRefs });
    });
  }

  it("write faults for all requests where no share is given, and keep 0", () => {
    const fault = { delay: { fixedDelay: "7s" }, abort: { httpStatus: 503, percentage: 0 } };
    assert.deepEqual(istio({ fault }), [
      {
        route,
        fault: {
          delay: { fixedDelay: "7s", percentage: { value: 100 } },
          abort: { httpStatus: 503, percentage: { value: 0 } },
        },
      },
    ]);
  });

  it("write retries with all their fields, and keep 0 and false", () => {
    const retries = {
      attempts: 3,
      perTryTimeout: "500ms",
      retryOn: "5xx,409",
      backoff: "10ms",
      retryRemoteLocalities: false,
      retryIgnorePreviousHosts: false,
    };
    assert.deepEqual(istio({ retries }), [{ route, retries }]);
    assert.deepEqual(istio({ retries: { attempts: 0 } }), [{ route, retries: { attempts: 0 } }]);
  });

  it("hold a timeout back that turns out to be none", async () => {
    const { timeouts } = gatewayApi({ timeout: pulumi.output("2") });
    assert.match((await failureOf(timeouts?.request)).message, /timeout: "2" is not a duration/);
  });

  it("write the share of a mirror that arrives later as a fraction", async () => {
    const { filters } = gatewayApi({ mirrors: [{ percentage: pulumi.output(12.5) }] });
    const fraction = filters?.[0]?.requestMirror?.fraction;
    assert.equal(await settled(pulumi.output(fraction?.numerator)), 125_000);
    assert.equal(fraction?.denominator, 1_000_000);
  });
});

describe("a rewrite of a prefix", () => {
  const rewrites: [from: string, to: string, path: string, result: string][] = [
    ["/api", "/v2", "/api", "/v2"],
    ["/api", "/v2/", "/api/items", "/v2/items"],
    ["/api/", "/", "/api/items", "/items"],
    ["/api", "/", "/api", "/"],
    ["/a.b", "/c$d", "/a.b/x", "/c$d/x"],
  ];
  for (const [from, to, path, result] of rewrites) {
    it(`makes ${result} of ${path} by ${from} → ${to}`, () => {
      const rule: HttpRule = { matches: [{ path: { prefix: from } }], rewrite: { prefix: to } };
      const change = istio(rule)[0]?.rewrite?.uriRegexRewrite;
      const inJavaScript = String(change?.rewrite).replaceAll("$", "$$$$").replace("\\1", "$1");
      assert.equal(path.replace(new RegExp(String(change?.match)), inJavaScript), result);
      assert.deepEqual(gatewayApi(rule).filters, [
        {
          type: "URLRewrite",
          urlRewrite: { path: { type: "ReplacePrefixMatch", replacePrefixMatch: to } },
        },
      ]);
    });
  }
});

describe("a redirect", () => {
  it("says port and status, which the dialects would choose differently", () => {
    const redirect = { scheme: "https", host: "shop.example.com", path: "/new" } as const;
    assert.deepEqual(istio({ redirect }), [
      {
        redirect: {
          scheme: "https",
          authority: "shop.example.com",
          redirectCode: 301,
          uri: "/new",
          derivePort: "FROM_PROTOCOL_DEFAULT",
        },
      },
    ]);
    assert.deepEqual(gatewayApi({ redirect }), {
      filters: [
        {
          type: "RequestRedirect",
          requestRedirect: {
            scheme: "https",
            hostname: "shop.example.com",
            path: { type: "ReplaceFullPath", replaceFullPath: "/new" },
            statusCode: 301,
          },
        },
      ],
    });
  });

  it("replaces a prefix by one rule for the element itself and one for all below", () => {
    const redirect = { prefix: "/new", port: 8443, code: 308 };
    const rule: HttpRule = { matches: [{ path: { prefix: "/old" } }], redirect };
    assert.deepEqual(istio(rule), [
      {
        match: [{ uri: { exact: "/old" } }],
        redirect: { redirectCode: 308, uri: "/new", port: 8443 },
      },
      {
        match: [{ uri: { prefix: "/old/" } }],
        redirect: { redirectCode: 308, prefixRewrite: "/new/", port: 8443 },
      },
    ]);
    assert.deepEqual(gatewayApi(rule).filters?.[0]?.requestRedirect?.path, {
      type: "ReplacePrefixMatch",
      replacePrefixMatch: "/new",
    });
  });
});

describe("options of a route are refused", () => {
  const everywhere: [string, HttpRule, RegExp][] = [
    ["a timeout without a unit", { timeout: "2" }, /timeout: "2" is not a duration/],
    [
      "a timeout in parts of milliseconds",
      { timeout: "1.0005s" },
      /timeout: "1.0005s" is not a whole number of milliseconds/,
    ],
    [
      "half a retry",
      { retries: { attempts: 0.5 } },
      /retries.attempts: 0.5 is not a whole number of at least 0/,
    ],
    [
      "what a switched-off retry does not need",
      { retries: { attempts: 0, retryOn: "5xx" } },
      /retries.attempts: 0 switches retries off; leave out retryOn/,
    ],
    [
      "a wait between tries that never come",
      { retries: { attempts: 0, backoff: "1s", retryIgnorePreviousHosts: false } },
      /retries.attempts: 0 switches retries off; leave out backoff and retryIgnorePreviousHosts/,
    ],
    [
      "a try that may take as long as all of them",
      { timeout: "2s", retries: { attempts: 1, perTryTimeout: "2000ms" } },
      /retries.perTryTimeout: "2000ms" has no effect beside timeout "2s"/,
    ],
    [
      "a limit of nothing, which Istio takes for none",
      { timeout: "0s" },
      /timeout: "0s" would be no limit; leave it out for that, or write at least "1ms"/,
    ],
    [
      "a limit of nothing for each try",
      { retries: { attempts: 1, perTryTimeout: "0ms" } },
      /retries.perTryTimeout: "0ms" would be no limit/,
    ],
    [
      "an age of nothing, which Istio cannot say",
      { corsPolicy: { allowOrigins: ["*"], maxAge: "0s" } },
      /corsPolicy.maxAge: "0s" cannot be said in Istio; write "1s"/,
    ],
    [
      "a failure that does not exist",
      { retries: { attempts: 1, retryOn: "5xx, reset" } },
      /retries.retryOn: "5xx, reset" cannot be retried on/,
    ],
    [
      "a fault of nothing",
      { fault: {} },
      /fault: nothing is set; set at least one of delay, abort/,
    ],
    [
      "an abort with two statuses",
      { fault: { abort: { httpStatus: 500, grpcStatus: "INTERNAL" } } },
      /fault.abort: httpStatus 500 and grpcStatus "INTERNAL" are set/,
    ],
    [
      "an impossible share",
      { fault: { delay: { fixedDelay: "1s", percentage: 101 } } },
      /fault.delay.percentage: 101 is not a percentage/,
    ],
    [
      "a rewrite of nothing",
      { rewrite: {} },
      /rewrite: nothing is set; set at least one of path, prefix, host/,
    ],
    [
      "a rewrite of a prefix that is not matched",
      { rewrite: { prefix: "/v2" } },
      /rewrite.prefix: replaces what was matched/,
    ],
    [
      "a redirect to nowhere",
      { redirect: {} },
      /redirect: nothing is set; set at least one of scheme, host, port, path, prefix/,
    ],
    [
      "a status that is no redirect",
      { redirect: { host: "a", code: 200 } },
      /redirect.code: 200 is unknown; allowed: 301, 302, 303, 307, 308/,
    ],
    [
      "a timeout beside a redirect",
      { redirect: { host: "a" }, timeout: "1s" },
      /timeout: has no effect beside redirect/,
    ],
    [
      "the host as a header",
      { headers: { request: { set: { host: "a" } } } },
      /headers.request.set\["host"\]: "host" is not changed here; use rewrite.host/,
    ],
    [
      "an open variable in a header",
      { headers: { response: { add: { "x-a": "100%" } } } },
      /headers.response.add\["x-a"\]: "100%" cannot be sent/,
    ],
    [
      "a mirror to a version that is no label",
      { mirrors: [{ version: "V2" }] },
      /mirrors\[0\].version: "V2" is not a DNS label/,
    ],
    ["no origin", { corsPolicy: { allowOrigins: [] } }, /corsPolicy.allowOrigins: is empty/],
    [
      "an origin with a path",
      { corsPolicy: { allowOrigins: ["https://a.example.com/"] } },
      /corsPolicy.allowOrigins\[0\]: "https:\/\/a.example.com\/" is not an origin/,
    ],
    [
      "an age in parts of seconds",
      { corsPolicy: { allowOrigins: ["*"], maxAge: "1.5s" } },
      /corsPolicy.maxAge: "1.5s" is not a whole number of seconds/,
    ],
    ["an empty list of matches", { matches: [] }, /matches: is empty/],
  ];
  for (const [what, rule, message] of everywhere) {
    it(`for ${what}`, () => {
      assert.throws(() => checked(rule, "istio"), message);
    });
  }

  const inHttpRoutes: [string, HttpRule, RegExp][] = [
    ["faults", { fault: { abort: { httpStatus: 500 } } }, /fault: is for dialect "istio" only: /],
    [
      "retries",
      { retries: { attempts: 1 } },
      /retries: is for dialect "istio" only: .*meshConfig.defaultHttpRetryPolicy: { attempts: 0 }/,
    ],
    [
      "more copies than filters",
      { mirrors: Array.from({ length: 17 }, (_, i) => ({ service: `a${i}`, port: 80 })) },
      /mirrors: has 17 entries; an HTTPRoute holds 16: say less, or use dialect "istio"/,
    ],
    [
      "more headers than a match takes",
      {
        matches: [
          { headers: Array.from({ length: 17 }, (_, i) => ({ name: `x-${i}`, exact: "1" })) },
        ],
      },
      /matches\[0\].headers: has 17 conditions; an HTTPRoute holds 16/,
    ],
    [
      "preflights that go on",
      { corsPolicy: { allowOrigins: ["*"], forwardUnmatchedPreflights: true } },
      /corsPolicy.forwardUnmatchedPreflights: is for dialect "istio" only: /,
    ],
    [
      "more headers than a filter takes",
      {
        headers: {
          request: { remove: Array.from({ length: 17 }, (_, i) => `x-${i}`) },
        },
      },
      /headers.request.remove: has 17 headers; HTTPRoute takes 16/,
    ],
  ];
  for (const [what, rule, message] of inHttpRoutes) {
    it(`for ${what} in an HTTPRoute, and not in a VirtualService`, () => {
      checked(rule, "istio");
      assert.throws(() => checked(rule, "gateway-api"), message);
    });
  }

  it("for retries that an HTTPRoute cannot say, where it has them", () => {
    const retried = (retries: NonNullable<HttpRule["retries"]>) => {
      const check = new ArgumentCheck("ServiceRoute", "x");
      const place = { dialect: Dialect.GatewayApi, context: { ...context, gatewayApi: "1.7.0" } };
      checkHttpRule(check, "", { retries }, place);
      check.done();
    };
    assert.throws(
      () => retried({ attempts: 1, retryOn: "5xx" }),
      /retries.retryOn: "5xx" cannot be said in an HTTPRoute, which knows statuses from 400 to 599/,
    );
    assert.throws(
      () => retried({ attempts: 1, retryRemoteLocalities: true }),
      /retries.retryRemoteLocalities: is for dialect "istio" only/,
    );
  });

  it("for lists that arrive later", async () => {
    const late = (values: string[]) => pulumi.output(values);
    const wrong: [HttpRule, (rule: HttpRule) => pulumi.Input<unknown> | undefined, RegExp][] = [
      [
        { headers: { request: { remove: late(["x-a", "host"]) } } },
        (rule) => rule.headers?.request?.remove,
        /headers.request.remove: entry 1: "host" cannot be taken away/,
      ],
      [
        { corsPolicy: { allowOrigins: late(["https://a.example.com", "a"]) } },
        (rule) => rule.corsPolicy?.allowOrigins,
        /corsPolicy.allowOrigins: entry 1: "a" is not an origin/,
      ],
      [
        { corsPolicy: { allowOrigins: late(["*"]), allowCredentials: true } },
        (rule) => rule.corsPolicy?.allowOrigins,
        /corsPolicy.allowOrigins: "\*" beside allowCredentials lets every site/,
      ],
    ];
    for (const [rule, part, message] of wrong) {
      assert.match((await failureOf(part(checked(rule, "istio")) ?? "")).message, message);
    }
  });

  it("for a mirror without a port in an HTTPRoute", () => {
    const check = new ArgumentCheck("ServiceRoute", "x");
    const rule = { mirrors: [{ service: "a" }] };
    checkHttpRule(check, "", rule, { dialect: "gateway-api", context: {} });
    assert.throws(() => check.done(), /mirrors\[0\].port: is missing/);
  });
});
