import assert from "node:assert/strict";
import {
  ExternalService,
  ServiceRoute,
  type ServiceRouteArgs,
  type ServiceRouteRule,
} from "../../components";
import { filters, listener, type Request, request } from "../support/envoy";
import { objectsOf } from "../support/objects";
import { type ProxyConfig, translate } from "../support/translate";
import {
  type DialectArgs,
  host,
  inSidecar,
  inWaypoint,
  routing,
  shares,
} from "../support/two-dialects";

const route =
  (rules: ServiceRouteRule[], args: Partial<ServiceRouteArgs> = {}) =>
  (dialect: DialectArgs) => {
    new ServiceRoute("web", { service: "web", namespace: "shop", rules, ...args, ...dialect });
  };

const dialects = [
  ["a sidecar, from Istio's dialect", inSidecar],
  ["a waypoint, from the Gateway API's", inWaypoint],
] as const;

const api = { service: "api", port: 8080 };
type Wanted = Partial<Request>;

describe("[ServiceRoute: translated] the same rules in both dialects", () => {
  const rules: [string, ServiceRouteRule[], [Wanted, Record<string, number>][]][] = [
    ["to the service itself", [{ timeout: "1s" }], [[{}, { web: 100 }]]],
    [
      "by path, to another service",
      [{ matches: [{ path: { prefix: "/api" } }, { path: { exact: "/v1" } }], to: [api] }, {}],
      [
        [{ path: "/api/items" }, { api: 100 }],
        [{ path: "/v1" }, { api: 100 }],
        [{ path: "/apix" }, { web: 100 }],
      ],
    ],
    [
      "by weight, to several services",
      [
        {
          to: [{ weight: 75 }, { ...api, weight: 25 }],
        },
      ],
      [[{}, { web: 75, api: 25 }]],
    ],
    [
      "by method, headers and query together",
      [
        {
          matches: [
            {
              method: "PUT",
              headers: [{ name: "x-a", exact: "1" }],
              queryParams: [{ name: "q", regex: "[0-9]+" }],
            },
          ],
          to: [api],
        },
        {},
      ],
      [
        [{ method: "PUT", headers: { "x-a": "1" }, path: "/?q=12" }, { api: 100 }],
        [{ method: "PUT", headers: { "x-a": "1" }, path: "/?q=x" }, { web: 100 }],
        [{ method: "PUT", path: "/?q=12" }, { web: 100 }],
        [{ headers: { "x-a": "1" }, path: "/?q=12" }, { web: 100 }],
      ],
    ],
  ];
  for (const [what, given, requests] of rules) {
    for (const [where, config] of dialects) {
      it(`send requests ${what} in ${where}`, async () => {
        const proxy = await config(route(given));
        for (const [wanted, expected] of requests) {
          assert.deepEqual(shares(proxy, wanted), expected, JSON.stringify(wanted));
        }
      });
    }
  }

  it("give requests their time, copies, headers and host alike", async () => {
    const options: ServiceRouteRule = {
      timeout: "0.25s",
      mirrors: [{ ...api, percentage: 0.5 }],
      headers: {
        request: { add: { "x-b": "2" } },
        response: { set: { "x-d": "3" }, remove: ["x-e"] },
      },
      rewrite: { host: "internal.example.com" },
    };
    const sidecar = routing(await inSidecar(route([options])));
    assert.equal(sidecar?.timeout, "0.250s");
    assert.deepEqual(sidecar?.copies, [{ service: "api", version: "", weight: 0.5 }]);
    assert.equal(sidecar?.host, "internal.example.com");
    assert.deepEqual(sidecar?.changes.responseRemove, ["x-e"]);
    assert.deepEqual(routing(await inWaypoint(route([options]))), sidecar);
  });

  const old: ServiceRouteRule["matches"] = [{ path: { prefix: "/old" } }];
  const rewrites: [string, ServiceRouteRule, [path: string, rewritten: string][]][] = [
    [
      "a prefix",
      { matches: old, rewrite: { prefix: "/new" } },
      [
        ["/old", "/new"],
        ["/old/a/b", "/new/a/b"],
      ],
    ],
    [
      "a prefix away",
      { matches: old, rewrite: { prefix: "/" } },
      [
        ["/old", "/"],
        ["/old/a", "/a"],
      ],
    ],
    ["the whole path", { rewrite: { path: "/health" } }, [["/any/path", "/health"]]],
  ];
  for (const [what, rule, paths] of rewrites) {
    for (const [where, config] of dialects) {
      it(`rewrite ${what} in ${where}`, async () => {
        const proxy = await config(route([rule, ...(rule.matches ? [{}] : [])]));
        for (const [path, expected] of paths) {
          assert.equal(rewritten(proxy, path), expected);
        }
      });
    }
  }

  const redirects: [string, ServiceRouteRule, [path: string, redirect: object][]][] = [
    [
      "to another scheme, host and path",
      { redirect: { scheme: "https", host: "shop.example.com", path: "/x", code: 308 } },
      [
        [
          "/",
          { scheme: "https", host: "shop.example.com", path: "/x", code: "PERMANENT_REDIRECT" },
        ],
      ],
    ],
    [
      "to another prefix and port",
      { matches: old, redirect: { prefix: "/new", port: 8443 } },
      [
        ["/old", { path: "/new", port: 8443 }],
        ["/old/a", { path: "/new/a", port: 8443 }],
      ],
    ],
  ];
  for (const [what, rule, paths] of redirects) {
    for (const [where, config] of dialects) {
      it(`redirect ${what} in ${where}`, async () => {
        const proxy = await config(route([rule, ...(rule.matches ? [{}] : [])]));
        for (const [path, expected] of paths) {
          assert.deepEqual(redirected(proxy, path), expected);
        }
      });
    }
  }

  it("answer browsers of other origins alike", async () => {
    const cors: ServiceRouteRule["corsPolicy"] = {
      allowOrigins: ["https://a.example.com", "https://*.example.org"],
      allowMethods: ["GET", "PUT"],
      allowHeaders: ["x-a"],
      exposeHeaders: ["x-b"],
      maxAge: "2m",
      allowCredentials: true,
    };
    for (const [where, config] of dialects) {
      const answer = request(await config(route([{ corsPolicy: cors }])), { host });
      const policy = answer?.route.typedPerFilterConfig["envoy.filters.http.cors"];
      const origins = policy.allowOriginStringMatch.map(originFits);
      for (const [origin, allowed] of [
        ["https://a.example.com", true],
        ["https://b.example.com", false],
        ["https://c.example.org", true],
        ["https://example.org.evil.com", false],
      ] as const) {
        const found = origins.some((fits: (text: string) => boolean) => fits(origin));
        assert.equal(found, allowed, `${origin} in ${where}`);
      }
      assert.equal(policy.allowMethods, "GET,PUT");
      assert.equal(policy.allowHeaders, "x-a");
      assert.equal(policy.exposeHeaders, "x-b");
      assert.equal(policy.maxAge, "120");
      assert.equal(policy.allowCredentials, true);
      assert.equal(policy.forwardNotMatchingPreflights, false);
    }
  });
});

describe("[ServiceRoute: translated] what only Istio's dialect has", () => {
  const rule = async (given: ServiceRouteRule): Promise<ProxyConfig> => inSidecar(route([given]));

  it("lets preflights of other origins through when told so", async () => {
    const cors = { allowOrigins: ["*"], forwardUnmatchedPreflights: true };
    const { route: seen } = request(await rule({ corsPolicy: cors }), { host }) ?? {};
    const policy = seen.typedPerFilterConfig["envoy.filters.http.cors"];
    assert.equal(policy.forwardNotMatchingPreflights, true);
  });

  it("tries again, and not at all with 0 attempts", async () => {
    const some = request(await rule({ retries: { attempts: 5, retryOn: "reset" } }), { host });
    assert.equal(some?.retries.numRetries, 5);
    assert.equal(some?.retries.retryOn, "reset");
    const none = request(await rule({ retries: { attempts: 0 } }), { host });
    assert.equal(none?.retries, undefined);
  });

  it("aborts with a status of gRPC", async () => {
    const config = await rule({ fault: { abort: { grpcStatus: "UNAVAILABLE" } } });
    const { route: seen } = request(config, { host }) ?? {};
    const { abort } = seen.typedPerFilterConfig["envoy.filters.http.fault"];
    assert.equal(abort.grpcStatus, 14);
    assert.deepEqual(abort.percentage, { numerator: 1_000_000, denominator: "MILLION" });
    const names = filters(listener(config, 80)).map(({ name }) => name);
    assert.ok(names.includes("envoy.filters.http.fault"), names.join());
  });

  it("names the route, for logs and metrics", async () => {
    const config = await rule({ name: "all" });
    assert.equal(request(config, { host })?.route.name, "all");
  });

  it("routes the port that is named, and leaves the Service's others alone", async () => {
    const other = { to: [{ service: "audit", namespace: "ops", port: 9000 }] };
    const named = await inSidecar(route([other], { port: 80 }));
    const audit = { host: "audit.ops.svc.cluster.local", port: 9000, weight: 100 };
    assert.deepEqual(request(named, { host })?.destinations, [audit]);
    const elsewhere = await inSidecar(route([other], { port: 8080 }));
    assert.deepEqual(shares(elsewhere), { web: 100 });
  });

  it("sends requests to a version that a rule of its own declares", async () => {
    const config = await inSidecar(route([{ to: [{ version: "v2" }] }]));
    assert.deepEqual(shares(config), { v2: 100 });
  });
});

/** What Envoy makes of the path. */
function rewritten(config: ProxyConfig, path: string): string {
  const { route: action, match } = request(config, { host, path })?.route ?? {};
  if (action.regexRewrite) {
    const { pattern, substitution } = action.regexRewrite;
    return path.replace(new RegExp(pattern.regex), substitution.replace(/\\(\d)/g, "$$$1"));
  }
  return prefixReplaced(path, match, action.prefixRewrite);
}

const prefixReplaced = (path: string, match: Record<string, string>, prefix: string): string =>
  prefix + path.slice((match.prefix ?? match.pathSeparatedPrefix ?? match.path ?? "").length);

/** Where Envoy sends the client. */
function redirected(config: ProxyConfig, path: string): object {
  const { redirect, match } = request(config, { host, path })?.route ?? {};
  const { schemeRedirect: scheme, hostRedirect: to, portRedirect: port } = redirect;
  const whole = redirect.prefixRewrite
    ? prefixReplaced(path, match, redirect.prefixRewrite)
    : redirect.pathRedirect;
  const fields = { scheme, host: to, port, path: whole, code: redirect.responseCode };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Whether an origin is allowed, as Envoy compares it. */
function originFits(match: { exact?: string; safeRegex?: { regex: string } }) {
  return (origin: string) =>
    match.safeRegex
      ? new RegExp(`^(?:${match.safeRegex.regex})$`).test(origin)
      : match.exact === origin;
}

describe("[ServiceRoute: translated] all hosts of a domain outside", function () {
  this.timeout(60_000);

  it("have the rules of the one route for them, and nobody else", async () => {
    const objects = await objectsOf(() => {
      const hosts = ["*.example.com", "files.example.net"];
      const ports = [{ port: 80, protocol: "HTTP" as const }];
      new ExternalService("all", { namespace: "shop", hosts, ports, resolution: "NONE" });
      new ServiceRoute("all", {
        service: "*.example.com",
        namespace: "shop",
        rules: [{ timeout: "3s" }],
      });
    });
    const proxies = [{ name: "client", kind: "sidecar", namespace: "shop" }] as const;
    const client = (await translate({ objects, proxies })).client as ProxyConfig;
    const api = request(client, { host: "api.example.com" });
    assert.equal(api?.timeout, "3s");
    assert.equal(api?.destinations[0]?.host, "*.example.com");
    assert.notEqual(request(client, { host: "files.example.net" })?.timeout, "3s");
  });
});
