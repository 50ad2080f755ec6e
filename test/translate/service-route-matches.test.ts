import assert from "node:assert/strict";
import { type RequestMatch, ServiceRoute, type ServiceRouteRule } from "../../components";
import { type Request, request } from "../support/envoy";
import type { ProxyConfig } from "../support/translate";
import { host, inSidecar, inWaypoint, shares } from "../support/two-dialects";

const route = (rules: ServiceRouteRule[]) => (dialect: object) => {
  new ServiceRoute("web", { service: "web", namespace: "shop", rules, ...dialect });
};
/** Requests that fit go to another service, all others to the service itself. */
const chosen = (match: RequestMatch): ServiceRouteRule[] => [
  { matches: [match], to: [{ service: "api", port: 8080 }] },
  {},
];
const fits = (config: ProxyConfig, wanted: Partial<Request>): boolean =>
  shares(config, wanted).api === 100;

describe("[ServiceRoute: translated] what a rule looks at", () => {
  it("is one cookie among several, in both dialects", async () => {
    const rules = chosen({ cookie: { name: "group", exact: "beta" } });
    for (const config of [await inSidecar(route(rules)), await inWaypoint(route(rules))]) {
      assert.equal(fits(config, { headers: { cookie: "a=b; group=beta" } }), true);
      assert.equal(fits(config, { headers: { cookie: "group=beta2" } }), false);
    }
  });

  const matches: [string, RequestMatch, Partial<Request>, Partial<Request>][] = [
    [
      "a path without regard to case",
      { path: { exact: "/Beta", ignoreCase: true } },
      { path: "/bETA" },
      { path: "/bETAs" },
    ],
    [
      "a header that is not there",
      { withoutHeaders: [{ name: "x-old", exact: "1" }] },
      { headers: { "x-old": "2" } },
      { headers: { "x-old": "1" } },
    ],
    [
      "the host that a request names",
      { authority: "web.shop" },
      { host: "web.shop" },
      { host: "web" },
    ],
  ];
  for (const [what, match, yes, no] of matches) {
    it(`is ${what}, in Istio's dialect`, async () => {
      const config = await inSidecar(route(chosen(match)));
      assert.equal(fits(config, yes), true, "fits");
      assert.equal(fits(config, no), false, "does not fit");
    });
  }

  it("is the caller by its labels, in Istio's dialect", async () => {
    const made = route(chosen({ sourceLabels: { app: "client", tier: "web" } }));
    assert.equal(fits(await inSidecar(made, { app: "client", tier: "web" }), {}), true);
    assert.equal(fits(await inSidecar(made, { app: "client" }), {}), false);
  });

  it("is the caller by its namespace, in Istio's dialect", async () => {
    for (const [sourceNamespace, expected] of [
      ["shop", true],
      ["bank", false],
    ] as const) {
      assert.equal(fits(await inSidecar(route(chosen({ sourceNamespace }))), {}), expected);
    }
  });

  it("is the port that was called, in Istio's dialect", async () => {
    for (const [port, expected] of [
      [80, true],
      [81, false],
    ] as const) {
      assert.equal(fits(await inSidecar(route(chosen({ port }))), {}), expected);
    }
  });
});

describe("[ServiceRoute: translated] what a rule does to requests", () => {
  const answer = async (rule: ServiceRouteRule) =>
    request(await inSidecar(route([rule])), { host });

  it("delays and aborts the shares that are asked for", async () => {
    const fault = {
      delay: { fixedDelay: "7s", percentage: 50 },
      abort: { httpStatus: 503, percentage: 12.5 },
    };
    const { typedPerFilterConfig } = (await answer({ fault }))?.route ?? {};
    const { delay, abort } = typedPerFilterConfig["envoy.filters.http.fault"];
    assert.equal(delay.fixedDelay, "7s");
    assert.deepEqual(delay.percentage, { numerator: 500_000, denominator: "MILLION" });
    assert.equal(abort.httpStatus, 503);
    assert.deepEqual(abort.percentage, { numerator: 125_000, denominator: "MILLION" });
  });

  it("tries again in the time, the order and the places that are asked for", async () => {
    const retries = {
      attempts: 3,
      perTryTimeout: "500ms",
      backoff: "10ms",
      retryRemoteLocalities: true,
      retryIgnorePreviousHosts: false,
    };
    const found = (await answer({ retries }))?.retries;
    assert.equal(found.numRetries, 3);
    assert.equal(found.perTryTimeout, "0.500s");
    assert.equal(found.retryBackOff.baseInterval, "0.010s");
    assert.equal(found.retryPriority.name, "envoy.retry_priorities.previous_priorities");
    assert.equal(found.retryHostPredicate, undefined);
  });
});
