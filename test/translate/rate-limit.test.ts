import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import {
  type GlobalRateLimit,
  type LocalRateLimit,
  RateLimit,
  type RateLimitArgs,
  Waypoint,
} from "../../components";
import {
  filters,
  hasCluster,
  httpFilter,
  listener,
  networkFilters,
  request,
} from "../support/envoy";
import { namespace, objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, type ProxySpec, translate } from "../support/translate";

const localName = "envoy.filters.http.local_ratelimit";
const globalName = "envoy.filters.http.ratelimit";
const host = "ratelimit.limits.svc.cluster.local";

const local: LocalRateLimit = {
  requests: 10,
  interval: "30s",
  burst: 15,
  countAll: false,
  enforcedPercent: 50,
  showRemaining: true,
  rules: [{ requests: 1, interval: "1m", headers: [{ name: ":path", prefix: "/login" }] }],
};
const global: GlobalRateLimit = {
  domain: "shop",
  service: host,
  timeout: "100ms",
  failureModeDeny: true,
  descriptors: [{ entries: [{ header: "x-loyalty", key: "loyalty" }, { remoteAddress: true }] }],
};

const cluster: MeshObject[] = [
  service("web", "shop"),
  service("other", "shop"),
  pod("web-1", "shop", "10.9.0.1", { app: "web" }),
  service("ratelimit", "limits", { port: 8081, portName: "grpc" }),
];

const ask = async (
  proxy: Omit<ProxySpec, "name">,
  args: Partial<RateLimitArgs>,
  more: readonly MeshObject[] = [],
  name: string = proxy.kind,
): Promise<ProxyConfig> => {
  const made = await objectsOf(() => {
    new RateLimit("calm", { namespace: proxy.namespace, local, global, ...args });
  });
  const objects = [...cluster, ...more, ...made];
  const answer = await translate({ objects, proxies: [{ name, ...proxy }] });
  return answer[name] as ProxyConfig;
};

const sidecar = (args: Partial<RateLimitArgs>, app = "web") =>
  ask({ kind: "sidecar", namespace: "shop", labels: { app } }, args, [], `${app}-1`);

const gateway = (args: Partial<RateLimitArgs>) =>
  ask(
    { kind: "gateway", namespace: "edge", labels: { istio: "ingressgateway" } },
    { position: "gateway", selector: { istio: "ingressgateway" }, ...args },
    edge,
  );

const istio = (kind: string, spec: object): MeshObject => ({
  apiVersion: "networking.istio.io/v1",
  kind,
  metadata: { name: "edge", namespace: "edge" },
  spec,
});
const edge = [
  istio("Gateway", {
    selector: { istio: "ingressgateway" },
    servers: [{ hosts: ["*"], port: { number: 80, name: "http", protocol: "HTTP" } }],
  }),
  istio("VirtualService", {
    hosts: ["*"],
    gateways: ["edge"],
    http: [{ route: [{ destination: { host: "web.shop.svc.cluster.local" } }] }],
  }),
];

const waypoint = async (args: Partial<RateLimitArgs>) => {
  const ambient = await objectsOf(() => {
    new Waypoint("waypoint", { namespace: "shop" });
  });
  const enrolled = namespace("shop", {
    "istio.io/dataplane-mode": "ambient",
    "istio.io/use-waypoint": "waypoint",
  });
  const others = ambient.filter(({ kind }) => kind !== "Namespace" && kind !== "NamespacePatch");
  return ask(
    { kind: "waypoint", namespace: "shop" },
    { position: "waypoint", waypoint: "waypoint", ...args },
    [...others, enrolled],
  );
};

/** Rate limits of the virtual hosts inside a listener, each kind once. */
const innerLimits = (one: Envoy): Envoy[] => {
  const chains: Envoy[] = [...one.filterChains, one.defaultFilterChain].filter(Boolean);
  return chains
    .flatMap((chain) => chain.filters)
    .flatMap(({ typedConfig }) => typedConfig?.routeConfig?.virtualHosts ?? [])
    .map(({ rateLimits }) => rateLimits);
};

const names = (one: Envoy) => filters(one).map(({ name }) => name);
const counted = [
  {
    actions: [
      { requestHeaders: { headerName: "x-loyalty", descriptorKey: "loyalty" } },
      { remoteAddress: {} },
    ],
  },
];

describe("[RateLimit: translated] the filters of a proxy", function () {
  this.timeout(60_000);

  it("count by each proxy what the arguments say", async () => {
    const filter = httpFilter(await sidecar({}), "virtualInbound", localName);
    assert.deepEqual(filter.tokenBucket, {
      maxTokens: 15,
      tokensPerFill: 10,
      fillInterval: "30s",
    });
    assert.equal(filter.alwaysConsumeDefaultTokenBucket, false);
    assert.equal(filter.enableXRatelimitHeaders, "DRAFT_VERSION_03");
    assert.deepEqual(filter.filterEnabled.defaultValue, { numerator: 100 });
    assert.deepEqual(filter.filterEnforced.defaultValue, { numerator: 50 });
    assert.deepEqual(filter.descriptors, [
      {
        entries: [{ key: "header_match", value: "rule-1" }],
        tokenBucket: { maxTokens: 1, tokensPerFill: 1, fillInterval: "60s" },
      },
    ]);
  });

  it("find the rule of a request by its headers", async () => {
    const headers = [
      { name: "x-a", exact: "a" },
      { name: "x-b", regex: "b+" },
      { name: ":method", present: true },
      { name: ":path", prefix: "/" },
    ];
    const rules = [{ requests: 1, interval: "30s", headers }];
    const config = await sidecar({ local: { ...local, rules } });
    const filter = httpFilter(config, "virtualInbound", localName);
    assert.deepEqual(filter.rateLimits[0].actions[0].headerValueMatch.headers, [
      { name: "x-a", stringMatch: { exact: "a" } },
      { name: "x-b", stringMatch: { safeRegex: { regex: "b+" } } },
      { name: ":method", presentMatch: true },
      { name: ":path", stringMatch: { prefix: "/" } },
    ]);
  });

  it("ask the service that the arguments name, which the proxy has a cluster of", async () => {
    const config = await sidecar({});
    const filter = httpFilter(config, "virtualInbound", globalName);
    assert.equal(filter.domain, "shop");
    assert.equal(filter.timeout, "0.100s");
    assert.equal(filter.failureModeDeny, true);
    assert.deepEqual(filter.rateLimitService.grpcService.envoyGrpc, {
      clusterName: `outbound|8081||${host}`,
      authority: host,
    });
    assert.ok(hasCluster(config, host, 8081));
  });

  it("let requests through while the service does not answer, unless told otherwise", async () => {
    const config = await sidecar({ global: { ...global, failureModeDeny: false } });
    assert.equal(httpFilter(config, "virtualInbound", globalName).failureModeDeny, undefined);
  });

  it("take another port of the service", async () => {
    const config = await sidecar({ global: { ...global, port: 9090 } });
    const { rateLimitService } = httpFilter(config, "virtualInbound", globalName);
    assert.equal(rateLimitService.grpcService.envoyGrpc.clusterName, `outbound|9090||${host}`);
  });

  it("ask with their own descriptors only when each has a stage of its own", async () => {
    const more = await objectsOf(() => {
      const descriptors = [{ entries: [{ value: "all" }] }];
      new RateLimit("more", { namespace: "shop", global: { ...global, stage: 1, descriptors } });
    });
    const proxy = { kind: "sidecar", namespace: "shop", labels: { app: "web" } } as const;
    const config = await ask(proxy, { local: undefined }, more, "web-1");
    const [chain] = networkFilters(listener(config, "virtualInbound")).filter(
      ({ typedConfig }) => typedConfig.httpFilters,
    );
    const found = chain.typedConfig.httpFilters
      .filter(({ name }: Envoy) => name === globalName)
      .map(({ typedConfig }: Envoy) => typedConfig.stage ?? 0);
    assert.deepEqual(found, [0, 1]);
    for (const limits of innerLimits(listener(config, "virtualInbound"))) {
      assert.deepEqual(
        limits.map(({ stage = 0, actions }: Envoy) => [stage, Object.keys(actions[0])]),
        [
          [0, ["requestHeaders"]],
          [1, ["genericKey"]],
        ],
      );
    }
  });

  it("count by what the entries say, in every virtual host", async () => {
    const entries = [
      { value: "all" },
      { value: "v", key: "k" },
      { headers: [{ name: "x-a", present: true }], value: "yes" },
    ];
    const config = await sidecar({ global: { ...global, descriptors: [{ entries }] } });
    const limits = innerLimits(listener(config, "virtualInbound"));
    assert.ok(limits.length > 0);
    for (const limit of limits) {
      assert.deepEqual(limit, [
        {
          actions: [
            { genericKey: { descriptorKey: "generic_key", descriptorValue: "all" } },
            { genericKey: { descriptorKey: "k", descriptorValue: "v" } },
            {
              headerValueMatch: {
                descriptorKey: "header_match",
                descriptorValue: "yes",
                headers: [{ name: "x-a", presentMatch: true }],
              },
            },
          ],
        },
      ]);
    }
  });
});

describe("[RateLimit: translated] the place of the filters", function () {
  this.timeout(60_000);

  const last = [localName, globalName, "envoy.filters.http.router"];

  it("is the inbound side of a sidecar, the proxy's own count first", async () => {
    const config = await sidecar({ selector: { app: "web" } });
    assert.deepEqual(names(listener(config, "virtualInbound")).slice(-3), last);
    const outbound = names(listener(config, 80));
    assert.ok(!outbound.includes(localName) && !outbound.includes(globalName));
  });

  it("is not at other workloads", async () => {
    const config = await sidecar({ selector: { app: "web" } }, "other");
    assert.ok(!names(listener(config, "virtualInbound")).includes(localName));
  });

  it("is at all workloads of the namespace without a selector", async () => {
    const config = await sidecar({}, "other");
    assert.ok(names(listener(config, "virtualInbound")).includes(localName));
  });

  it("is a gateway, with a cluster of the service that no route names", async () => {
    const config = await gateway({});
    assert.deepEqual(names(listener(config, 80)).slice(-3), last);
    assert.deepEqual(request(config, { host: "a.b" })?.virtualHost.rateLimits, counted);
    assert.ok(hasCluster(config, host, 8081));
  });

  it("is a waypoint, but not its tunnels", async () => {
    const config = await waypoint({});
    assert.deepEqual(names(listener(config, "main_internal")).slice(-3), last);
    assert.ok(!names(listener(config, "connect_terminate")).includes(localName));
    const limits = innerLimits(listener(config, "main_internal"));
    assert.ok(limits.length > 0);
    for (const limit of limits) {
      assert.deepEqual(limit, counted);
    }
    assert.ok(hasCluster(config, host, 8081));
  });

  it("is in front of what comes later by its priority", async () => {
    const first = await objectsOf(() => {
      new RateLimit("early", { namespace: "shop", local: { requests: 1 }, priority: -5 });
    });
    const config = await ask(
      { kind: "sidecar", namespace: "shop", labels: { app: "web" } },
      { local, global: undefined, priority: 7 },
      first,
      "web-1",
    );
    const manager = listener(config, "virtualInbound")
      .filterChains.flatMap((one: Envoy) => one.filters)
      .find(({ typedConfig }: Envoy) => typedConfig?.httpFilters);
    const tokens = manager.typedConfig.httpFilters
      .filter(({ name }: Envoy) => name === localName)
      .map(({ typedConfig }: Envoy) => typedConfig.tokenBucket.tokensPerFill);
    assert.deepEqual(tokens, [1, 10]);
  });
});
