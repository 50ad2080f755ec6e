import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { clusterOf } from "../../program/cluster";
import { serviceFact } from "../../program/declared-object";
import { fact, type Part } from "../../program/part";
import { Program } from "../../program/program";
import type { GlobalRateLimit, LocalRateLimit, RateLimitArgs } from "./rate-limit-args";
import { rateLimitPlan } from "./rate-limit-plan";

const local: LocalRateLimit = { requests: 10 };
const global: GlobalRateLimit = {
  domain: "shop",
  service: "ratelimit.limits.svc.cluster.local",
  descriptors: [{ entries: [{ remoteAddress: true }] }],
};
const plan = (args: Partial<RateLimitArgs> = { local }) =>
  rateLimitPlan("calm", { namespace: "shop", ...args });
const only = (args?: Partial<RateLimitArgs>) => {
  const { filters } = plan(args);
  assert.equal(filters.length, 1);
  return filters[0]?.object;
};
const patches = (args?: Partial<RateLimitArgs>) => only(args)?.spec.configPatches ?? [];
// biome-ignore lint/suspicious/noExplicitAny: Envoy configuration
const config = (args?: Partial<RateLimitArgs>): any =>
  (patches(args)[0]?.patch?.value as { typed_config: unknown } | undefined)?.typed_config;

const inFrontOfRouter = {
  filterChain: {
    filter: {
      name: "envoy.filters.network.http_connection_manager",
      subFilter: { name: "envoy.filters.http.router" },
    },
  },
};

describe("the plan of a local rate limit", () => {
  it("is one filter on the inbound side of sidecars", () => {
    assert.deepEqual(only(), {
      name: "calm-local",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: {
        priority: 10,
        configPatches: [
          {
            applyTo: "HTTP_FILTER",
            match: { context: "SIDECAR_INBOUND", listener: inFrontOfRouter },
            patch: {
              operation: "INSERT_BEFORE",
              value: {
                name: "envoy.filters.http.local_ratelimit",
                typed_config: {
                  "@type":
                    "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit",
                  stat_prefix: "http_local_rate_limiter",
                  token_bucket: { max_tokens: 10, tokens_per_fill: 10, fill_interval: "1s" },
                  filter_enabled: { default_value: { numerator: 100, denominator: "HUNDRED" } },
                  filter_enforced: { default_value: { numerator: 100, denominator: "HUNDRED" } },
                },
              },
            },
          },
        ],
      },
    });
  });

  it("writes times as Envoy reads them", () => {
    const { token_bucket } = config({ local: { requests: 100, interval: "1m30s", burst: 150 } });
    assert.deepEqual(token_bucket, {
      max_tokens: 150,
      tokens_per_fill: 100,
      fill_interval: "90s",
    });
    assert.equal(
      config({ local: { requests: 1, interval: "250ms" } }).token_bucket.fill_interval,
      "0.25s",
    );
  });

  it("gives each rule a bucket of its own", () => {
    const { rate_limits, descriptors } = config({
      local: {
        requests: 100,
        rules: [
          { requests: 2, interval: "60s", headers: [{ name: ":path", prefix: "/login" }] },
          {
            requests: 1,
            headers: [
              { name: "x-a", exact: "" },
              { name: "x-b", regex: "b+" },
              { name: "x-c", present: true },
              { name: "x-d", present: false },
            ],
          },
        ],
      },
    });
    const match = (descriptor_value: string, headers: object[]) => ({
      actions: [
        { header_value_match: { descriptor_key: "header_match", descriptor_value, headers } },
      ],
    });
    assert.deepEqual(rate_limits, [
      match("rule-1", [{ name: ":path", string_match: { prefix: "/login" } }]),
      match("rule-2", [
        { name: "x-a", string_match: { exact: "" } },
        { name: "x-b", string_match: { safe_regex: { regex: "b+" } } },
        { name: "x-c", present_match: true },
        { name: "x-d", present_match: false },
      ]),
    ]);
    assert.deepEqual(descriptors, [
      {
        entries: [{ key: "header_match", value: "rule-1" }],
        token_bucket: { max_tokens: 2, tokens_per_fill: 2, fill_interval: "60s" },
      },
      {
        entries: [{ key: "header_match", value: "rule-2" }],
        token_bucket: { max_tokens: 1, tokens_per_fill: 1, fill_interval: "1s" },
      },
    ]);
  });

  it("keeps zero and false", () => {
    const found = config({
      local: { requests: 1, enforcedPercent: 0, countAll: false, showRemaining: false },
    });
    assert.equal(found.filter_enforced.default_value.numerator, 0);
    assert.equal(found.always_consume_default_token_bucket, false);
    assert.equal(found.enable_x_ratelimit_headers, "OFF");
  });

  it("says what is left when asked to", () => {
    const found = config({ local: { requests: 1, showRemaining: true } });
    assert.equal(found.enable_x_ratelimit_headers, "DRAFT_VERSION_03");
  });

  it("takes values that are not known yet", () => {
    const found = config({ local: { requests: 1, interval: pulumi.output("60s") } });
    assert.ok(pulumi.Output.isInstance(found.token_bucket.fill_interval));
  });
});

describe("the plan of a global rate limit", () => {
  it("asks the service through the cluster that Istio makes for it", () => {
    assert.deepEqual(config({ global }), {
      "@type": "type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit",
      domain: "shop",
      timeout: "0.02s",
      failure_mode_deny: false,
      rate_limit_service: {
        grpc_service: {
          envoy_grpc: {
            cluster_name: "outbound|8081||ratelimit.limits.svc.cluster.local",
            authority: "ratelimit.limits.svc.cluster.local",
          },
        },
        transport_api_version: "V3",
      },
    });
  });

  it("has gateways and waypoints make that cluster", () => {
    assert.deepEqual(only({ global })?.annotations, {
      "envoyfilter.istio.io/referenced-services": "ratelimit.limits.svc.cluster.local",
    });
  });

  it("says in every virtual host what requests are counted by", () => {
    const entries = [
      { header: ":path", key: "PATH" },
      { header: "x-loyalty" },
      { remoteAddress: true },
      { value: "all" },
      { headers: [{ name: "x-a", present: true }] },
      { headers: [{ name: "x-a", present: true }], key: "a", value: "yes" },
    ];
    const [, patch] = patches({ global: { ...global, descriptors: [{ entries }] } });
    const headers = [{ name: "x-a", present_match: true }];
    assert.deepEqual(patch, {
      applyTo: "VIRTUAL_HOST",
      match: { context: "SIDECAR_INBOUND" },
      patch: {
        operation: "MERGE",
        value: {
          rate_limits: [
            {
              actions: [
                { request_headers: { header_name: ":path", descriptor_key: "PATH" } },
                { request_headers: { header_name: "x-loyalty", descriptor_key: "x-loyalty" } },
                { remote_address: {} },
                { generic_key: { descriptor_key: "generic_key", descriptor_value: "all" } },
                {
                  header_value_match: {
                    descriptor_key: "header_match",
                    descriptor_value: "match",
                    headers,
                  },
                },
                { header_value_match: { descriptor_key: "a", descriptor_value: "yes", headers } },
              ],
            },
          ],
        },
      },
    });
  });
});

describe("the plan of a rate limit", () => {
  it("has a filter for each way to count", () => {
    const { filters } = plan({ local, global, name: "web", labels: { team: "a" } });
    assert.deepEqual(
      filters.map(({ counter, object: { name, labels } }) => [counter, name, labels]),
      [
        ["local", "web-local", { team: "a" }],
        ["global", "web-global", { team: "a" }],
      ],
    );
  });

  it("refuses by itself before it asks the service", () => {
    const { filters } = plan({ local, global, priority: 5 });
    assert.deepEqual(
      filters.map(({ object }) => object.spec.priority),
      [5, 6],
    );
  });

  it("is for a gateway's Pods", () => {
    const selector = { istio: "ingressgateway" };
    const object = only({ local, position: "gateway", selector, priority: 0 });
    assert.deepEqual(object?.spec.workloadSelector, { labels: selector });
    assert.equal(object?.spec.priority, 0);
    assert.deepEqual(object?.spec.configPatches?.[0]?.match, {
      context: "GATEWAY",
      listener: inFrontOfRouter,
    });
  });

  it("is for a waypoint, and not for the tunnels to it", () => {
    const object = only({ local, position: "waypoint", waypoint: "waypoint" });
    assert.deepEqual(object?.spec.targetRefs, [
      { group: "gateway.networking.k8s.io", kind: "Gateway", name: "waypoint" },
    ]);
    assert.deepEqual(object?.spec.configPatches?.[0]?.match, {
      context: "SIDECAR_INBOUND",
      listener: { name: "main_internal", ...inFrontOfRouter },
    });
  });
});

describe("a limit for a path", () => {
  const headersOf = (exact: string) => {
    const headers = [{ name: ":path", exact }];
    const object = only({ local: { requests: 1, rules: [{ requests: 1, headers }] } });
    return JSON.stringify(object?.spec.configPatches?.[0]?.patch).match(
      /"string_match":({.*?})}/,
    )?.[1];
  };

  it("is not got past by a query", () => {
    assert.equal(headersOf("/a.b"), '{"safe_regex":{"regex":"/a\\\\.b(\\\\?.*)?"}');
  });

  it("may be for one query", () => {
    assert.equal(headersOf("/a?b"), '{"exact":"/a?b"}');
  });

  it("that counts each query apart is warned of", () => {
    const descriptors = [{ entries: [{ value: "a" }, { header: ":path" }] }];
    const { warnings } = plan({ global: { ...global, descriptors } });
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0] ?? "",
      /^RateLimit "calm": global\.descriptors\[0\]\.entries\[1\]\.header: ":path" counts each query apart/,
    );
  });
});

describe("a limit for a host", () => {
  const matcher = (exact: string) => {
    const rules = [{ requests: 1, headers: [{ name: ":authority", exact }] }];
    const { filters, warnings } = plan({ local: { requests: 1, rules } });
    const text = JSON.stringify(filters[0]?.object.spec.configPatches?.[0]?.patch);
    return { written: text.match(/"string_match":({.*?})}/)?.[1], warnings };
  };

  it("is not got past by a port, a dot or capitals", () => {
    const { written, warnings } = matcher("API.example.com.");
    const regex = "(?i)api\\\\.example\\\\.com\\\\.?(:\\\\d+)?";
    assert.equal(written, `{"safe_regex":{"regex":"${regex}"}`);
    assert.deepEqual(warnings, []);
  });

  it("with a port is warned of, since clients may leave it out", () => {
    const { written, warnings } = matcher("api.example.com:8443");
    assert.equal(written, '{"exact":"api.example.com:8443","ignore_case":true}');
    assert.match(
      warnings.join(),
      /^RateLimit "calm": local\.rules\[0\]\.headers\[0\]\.exact: .*"api\.example\.com" is not counted/,
    );
  });

  it("that counts each way to write it apart is warned of", () => {
    const descriptors = [{ entries: [{ header: ":authority" }] }];
    const { warnings } = plan({ global: { ...global, descriptors } });
    assert.match(
      warnings.join(),
      /^RateLimit "calm": global\.descriptors\[0\]\.entries\[0\]\.header: ":authority" counts each way/,
    );
  });

  it("finds a header called like something of JavaScript's own letter by letter", () => {
    const headers = [{ name: "constructor", exact: "a" }];
    const object = only({ local: { requests: 1, rules: [{ requests: 1, headers }] } });
    assert.match(JSON.stringify(object?.spec), /"string_match":{"exact":"a"}/);
  });
});

describe("a rate limit of a program", () => {
  const at = {
    namespace: "istio-ingress",
    position: "gateway" as const,
    selector: { istio: "ingressgateway" },
  };
  const everywhere = { namespace: "shop", position: "sidecar" as const };
  const service = (name: string, port: number): Part => ({
    facts: [
      fact({
        topic: "service",
        key: ["limits", "ratelimit"],
        path: "spec",
        value: serviceFact({ spec: { ports: [{ name, port }] } }),
      }),
    ],
  });

  /** What is refused or warned of, of limits that join one after the other. */
  function outcome(...limits: (Partial<RateLimitArgs> | Part)[]): string {
    const program = new Program();
    const cluster = clusterOf(undefined);
    try {
      limits.forEach((limit, i) => {
        const owner = `RateLimit "${i}"`;
        const part =
          "facts" in limit
            ? limit
            : rateLimitPlan(
                `${i}`,
                { ...("namespace" in limit ? {} : at), ...limit } as RateLimitArgs,
                program,
              ).part;
        program.join({ owner, cluster }, part as Part);
      });
    } catch (error) {
      return (error as Error).message;
    }
    return (
      program
        .unmet()
        .map(({ text }) => text)
        .join("\n") || "fine"
    );
  }

  it("has a stage that no other one has at its proxies", () => {
    assert.match(
      outcome({ global }, { global }),
      /RateLimit "1": .*global\.stage: stage 0 of the rate limits of these proxies belongs to RateLimit "0" already; a proxy would ask with the descriptors of both: give this one a stage of its own/s,
    );
    assert.equal(outcome({ global }, { global: { ...global, stage: 1 } }), "fine");
    assert.equal(outcome({ global }, { global, selector: { istio: "other" } }), "fine");
    assert.equal(outcome({ global }, { ...at, global, namespace: "edge" }), "fine");
    assert.equal(outcome({ global }, { local }), "fine");
  });

  it("meets another one where some Pods have the labels of both", () => {
    assert.match(
      outcome({ global }, { global, selector: { app: "web" } }),
      /global\.stage: stage 0 of the rate limits of these proxies belongs to/,
    );
    assert.match(
      outcome({ ...everywhere, global }, { ...everywhere, global, selector: { app: "web" } }),
      /global\.stage/,
    );
  });

  it("asks a port that the Service has, and that is called gRPC", () => {
    assert.equal(outcome(service("grpc", 8081), { global }), "fine");
    assert.match(
      outcome(service("grpc", 9000), { global }),
      /global\.port: is 8081, which the Service of the program does not have; allowed: 9000/,
    );
    assert.match(
      outcome({ global }, service("http", 8081)),
      /global\.port is 8081, which the Service of the program does not call gRPC; begin/,
    );
  });

  it("is for sidecars only where there are any", () => {
    const ambient: Part = {
      facts: [
        fact({ topic: "namespace", key: ["shop"], path: "mode", value: { mode: "ambient" } }),
      ],
    };
    assert.match(
      outcome(ambient, { ...everywhere, local }),
      /position: is for sidecars, and the program's namespace has mode "ambient"; a ztunnel counts no requests: write position "waypoint"/,
    );
    // Single Pods may have a sidecar all the same.
    assert.match(
      outcome(ambient, { ...everywhere, local, selector: { app: "web" } }),
      /^RateLimit "1": position: is for sidecars, and/,
    );
  });
});

describe("a RateLimit refuses", () => {
  const counted = (descriptor: object) => ({
    global: { ...global, descriptors: [{ entries: [{ value: "a" }], ...descriptor }] },
  });
  const entry = (one: object) => counted({ entries: [one] });
  const rule = (one: object) => ({
    local: { requests: 1, interval: "2s", rules: [{ requests: 1, interval: "4s", ...one }] },
  });
  const headers = [{ name: "x-a", present: true }];
  const refused: [string, object, RegExp][] = [
    [
      "a stage that Envoy does not have",
      { global: { ...global, stage: 11 } },
      /global\.stage: 11 is not a whole number between 0 and 10/,
    ],
    [
      "a rule that is never reached",
      { local: { requests: 1, rules: [1, 2].map((requests) => ({ requests, headers })) } },
      /local\.rules\[1\]\.headers: .*is listed twice; the first rule that fits counts/,
    ],
    ["no limit at all", {}, /local: nothing is set; set at least one of local, global/],
    ["a limit of 0", { local: { requests: 0 } }, /local\.requests: 0 is not a whole number/],
    [
      "a time without unit",
      { local: { requests: 1, interval: "60" } },
      /local\.interval: "60" is not/,
    ],
    [
      "a time that is too short for Envoy",
      { local: { requests: 1, interval: "20ms" } },
      /local\.interval: "20ms" is too short; at least 50ms/,
    ],
    [
      "a bucket that is too small",
      { local: { requests: 5, burst: 3 } },
      /local\.burst: 3 is less than requests.*allowed: 5 or more/,
    ],
    [
      "more than all",
      { local: { requests: 5, enforcedPercent: 101 } },
      /local\.enforcedPercent: 101 is not a whole number between 0 and 100/,
    ],
    ["a rule without headers", rule({ headers: [] }), /local\.rules\[0\]\.headers: is empty/],
    [
      "a header in capitals",
      rule({ headers: [{ name: "X-A", present: true }] }),
      /local\.rules\[0\]\.headers\[0\]\.name: "X-A" is not a header name in lower case/,
    ],
    [
      "two ways to compare",
      rule({ headers: [{ name: "x-a", exact: "a", prefix: "b" }] }),
      /local\.rules\[0\]\.headers\[0\]: exact "a" and prefix "b" are set; set exactly one of exact, prefix, regex, present/,
    ],
    [
      "an expression that is none",
      rule({ headers: [{ name: "x-a", regex: "(" }] }),
      /local\.rules\[0\]\.headers\[0\]\.regex: "\("/,
    ],
    [
      "a beginning that everything has",
      rule({ headers: [{ name: "x-a", prefix: "" }] }),
      /local\.rules\[0\]\.headers\[0\]\.prefix: "" fits everything/,
    ],
    [
      "a rule out of step",
      rule({ interval: "3s", headers }),
      /local\.rules\[0\]\.interval: "3s" is no multiple of the limit's own interval, "2s"/,
    ],
    ["no domain", { global: { ...global, domain: "" } }, /global\.domain: "" is no domain/],
    [
      "a short host",
      { global: { ...global, service: "ratelimit" } },
      /global\.service: "ratelimit" is no full/,
    ],
    ["a port that is none", { global: { ...global, port: 0 } }, /global\.port: 0 is not/],
    ["a time that is none", { global: { ...global, timeout: "5" } }, /global\.timeout: "5" is not/],
    [
      "nothing to count by",
      { global: { ...global, descriptors: [] } },
      /global\.descriptors: is empty/,
    ],
    ["no entry", counted({ entries: [] }), /global\.descriptors\[0\]\.entries: is empty/],
    [
      "an entry of nothing",
      entry({}),
      /descriptors\[0\]\.entries\[0\]: nothing is set; set exactly one/,
    ],
    [
      "an entry of two things",
      entry({ header: "x-a", remoteAddress: true }),
      /descriptors\[0\]\.entries\[0\]: remoteAddress true and header "x-a" are set; set exactly one/,
    ],
    [
      "another name for the address",
      entry({ remoteAddress: true, key: "ip" }),
      /entries\[0\]\.key: "ip" cannot be; with remoteAddress it is remote_address/,
    ],
    [
      "an address not counted by",
      entry({ remoteAddress: false }),
      /remoteAddress: false counts by nothing/,
    ],
    [
      "a header that is none",
      entry({ header: "X" }),
      /entries\[0\]\.header: "X" is not a header name/,
    ],
    ["an empty value", entry({ value: "" }), /entries\[0\]\.value: "" is no name/],
    [
      "a unit that is none",
      counted({ limits: [{ requests: 1, unit: "week" }] }),
      /limits\[0\]\.unit: "week" is unknown; allowed: second, minute, hour, day/,
    ],
    [
      "a negative limit",
      counted({ limits: [{ requests: -1, unit: "day" }] }),
      /limits\[0\]\.requests: -1 is not a whole number/,
    ],
    [
      "a value of no entry",
      counted({ limits: [{ requests: 1, unit: "day", values: { b: "c" } }] }),
      /limits\[0\]\.values\["b"\]: "c" is no key of the entries; allowed: generic_key/,
    ],
    [
      "an unknown position",
      { local, position: "pod" },
      /position: "pod" is unknown; allowed: sidecar, /,
    ],
    [
      "a gateway without labels",
      { local, position: "gateway" },
      /selector: is missing; position "gateway"/,
    ],
    ["no labels at all", { local, selector: {} }, /selector: is empty/],
    ["a waypoint without name", { local, position: "waypoint" }, /waypoint: is missing; position/],
    [
      "labels of a waypoint",
      { local, position: "waypoint", waypoint: "w", selector: { a: "b" } },
      /selector: \{"a":"b"\} is not heeded by waypoints/,
    ],
    [
      "a waypoint for sidecars",
      { local, waypoint: "w" },
      /waypoint: "w" is for position "waypoint" only, and position is "sidecar"/,
    ],
    ["a namespace that is none", { local, namespace: "A" }, /namespace: "A" is not a DNS label/],
    [
      "the annotation that the component sets",
      { global, annotations: { "envoyfilter.istio.io/referenced-services": "a" } },
      /annotations\["envoyfilter\.istio\.io\/referenced-services"\]: "a" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args as Partial<RateLimitArgs>), message);
    });
  }
});
