import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  EgressRoute,
  ExternalService,
  MeshTelemetry,
  RateLimit,
  SidecarScope,
  TrafficPolicy,
} from "../../components";
import type { ArgumentType } from "../../schemas/argument-schema";
import { argumentFields, argumentSchema } from "../../schemas/argument-store";
import { objectsOf, pod, service } from "../support/objects";
import { translate } from "../support/translate";

/** Names and places in arguments: `connectionPool.tcp.maxConnections`, lists and maps as `[]`. */
type Path = readonly (string | number)[];

const components = {
  EgressRoute,
  ExternalService,
  MeshTelemetry,
  RateLimit,
  SidecarScope,
  TrafficPolicy,
};

interface Sample {
  component: keyof typeof components;
  /** Arguments that stay as they are beside the one that is looked at. */
  args: object;
}

/** All numbers and times of a component are in its samples; what excludes each other is in two. */
const samples: Sample[] = [
  {
    component: "TrafficPolicy",
    args: {
      host: "web",
      namespace: "shop",
      loadBalancer: {
        simple: "ROUND_ROBIN",
        warmup: { duration: "30s", minimumPercent: 5, aggression: 2 },
        localityLbSetting: { distribute: [{ from: "us/*", to: { us: 100 } }] },
      },
      connectionPool: {
        tcp: {
          maxConnections: 3,
          connectTimeout: "2s",
          maxConnectionDuration: "30m",
          idleTimeout: "40s",
          tcpKeepalive: { probes: 4, time: "60s", interval: "10s" },
        },
        http: {
          http1MaxPendingRequests: 1,
          http2MaxRequests: 2,
          maxRequestsPerConnection: 4,
          maxRetries: 5,

          maxConcurrentStreams: 7,
          h2UpgradePolicy: "UPGRADE",
          http2KeepAlive: { interval: "30s", timeout: "5s" },
        },
      },
      outlierDetection: {
        consecutive5xxErrors: 9,
        consecutiveGatewayErrors: 2,
        splitExternalLocalOriginErrors: true,
        consecutiveLocalOriginFailures: 3,
        interval: "5s",
        baseEjectionTime: "45s",
        maxEjectionPercent: 80,
        minHealthPercent: 20,
      },
    },
  },
  {
    component: "TrafficPolicy",
    args: {
      host: "web",
      namespace: "shop",
      loadBalancer: {
        consistentHash: {
          httpCookie: { name: "c", ttl: "60s" },
          ringHash: { minimumRingSize: 2048 },
        },
      },
      retryBudget: { percent: 25, minRetryConcurrency: 6 },
      connectionPool: { http: { idleTimeout: "6s" } },
    },
  },
  {
    component: "TrafficPolicy",
    args: {
      host: "web",
      namespace: "shop",
      loadBalancer: { consistentHash: { useSourceIp: true, maglev: { tableSize: 251 } } },
    },
  },
  {
    component: "SidecarScope",
    args: {
      namespace: "shop",
      ingress: [{ port: 8080, protocol: "HTTP2", defaultEndpoint: "127.0.0.1:8080" }],
      inboundConnectionPool: {
        tcp: {
          maxConnections: 3,
          connectTimeout: "2s",
          maxConnectionDuration: "30m",

          tcpKeepalive: { probes: 4, time: "60s", interval: "10s" },
        },
        http: {
          http1MaxPendingRequests: 1,
          http2MaxRequests: 2,
          maxRequestsPerConnection: 4,
          maxRetries: 5,
          idleTimeout: "6s",
          maxConcurrentStreams: 7,
          http2KeepAlive: { interval: "30s", timeout: "5s" },
        },
      },
    },
  },
  {
    component: "RateLimit",
    args: {
      namespace: "shop",
      selector: { app: "client" },
      local: {
        requests: 10,
        interval: "2s",
        burst: 20,
        enforcedPercent: 40,
        rules: [
          { requests: 5, interval: "4s", burst: 6, headers: [{ name: ":path", prefix: "/a" }] },
        ],
      },
      global: {
        domain: "d",
        host: "web.shop.svc.cluster.local",
        port: 80,
        timeout: "50ms",
        stage: 1,
        descriptors: [{ entries: [{ value: "all" }] }],
      },
      priority: 5,
    },
  },
  {
    component: "ExternalService",
    args: {
      namespace: "shop",
      hosts: ["pay.example.com"],
      ports: [{ port: 8000, protocol: "HTTP", targetPort: 9000 }],
      resolution: "STATIC",
      endpoints: [
        { address: "192.0.2.1", ports: { "http-8000": 9001 }, weight: 3 },
        { address: "192.0.2.2", weight: 1 },
      ],
    },
  },
  {
    component: "EgressRoute",
    args: {
      namespace: "shop",
      serviceName: "web",
      selector: { app: "client" },
      host: "api.example.com",
      port: 8000,
      targetPort: 9000,
      gatewayPort: 444,
    },
  },
  {
    component: "MeshTelemetry",
    args: {
      namespace: "shop",
      tracing: { provider: "zipkin", randomSamplingPercentage: 50 },
      metrics: [{ reportingInterval: "15s" }],
    },
  },
];

/** Where 0 is what is meant by leaving it out, by the last part of the path. */
const meantByAbsence: Record<string, string> = {
  maxRequestsPerConnection: "0 is no limit, and so is nothing",
  minHealthPercent: "requests go to all endpoints again below 0 %, which is never",
};

/** Counted elsewhere than in a proxy. */
const countedElsewhere: Record<string, string> = {
  "RateLimit.global.descriptors[].limits[].requests": "the rate limit service",
};

/** Decides only among several, of which one alone shows nothing. */
const order = new Set(["priority", "stage"]);

const zeroOf = (value: unknown): 0 | "0s" | undefined =>
  typeof value === "number"
    ? 0
    : typeof value === "string" && /^\d+(ms|s|m|h)$/.test(value)
      ? "0s"
      : undefined;

/** Places of all numbers and times. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) {
    return zeroOf(value) === undefined ? [] : [path];
  }
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((entry, i) => [i, entry])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => places(inner, [...path, key]));
}

/** A copy with another value at a place, or without the place. */
function changed(value: unknown, [first, ...rest]: Path, to: (old: unknown) => unknown): unknown {
  if (first === undefined) {
    return to(value);
  }
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const inner = changed(copy[first], rest, to);
  if (inner === undefined) {
    delete copy[first];
  } else {
    copy[first] = inner;
  }
  return copy;
}

const shownPath = (path: Path): string =>
  path
    .map((part, i) => (typeof part === "number" ? `[${part}]` : `${i === 0 ? "" : "."}${part}`))
    .join("");

/** Numbers of a component as its interfaces have them, `[]` for each entry of a list or map. */
function numbersOf(type: ArgumentType, path: string): string[] {
  if (type === "number") {
    return [path];
  }
  if (typeof type !== "object" || "enum" in type) {
    return [];
  }
  if ("ref" in type) {
    return Object.entries(argumentFields(type.ref)).flatMap(([name, field]) =>
      numbersOf(field.type, `${path}.${name}`),
    );
  }
  if ("union" in type) {
    return type.union.flatMap((one) => numbersOf(one.type, path));
  }
  return numbersOf("list" in type ? type.list.type : type.map.type, `${path}[]`);
}

const world = [
  {
    ...service("web", "shop"),
    spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80 }] },
  },
  pod("web-1", "shop", "10.9.0.1", { app: "web" }),
  pod("client-1", "shop", "10.9.0.3", { app: "client" }),
  { ...service("client", "shop", { port: 8080, portName: "http2" }) },
];

const meshConfig = {
  extensionProviders: [
    { name: "zipkin", zipkin: { service: "web.shop.svc.cluster.local", port: 80 } },
  ],
};

/** istiod writes some lists in an order of chance. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => JSON.stringify(inOneOrder(one))).sort();
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inOneOrder(one)]))
    : value;
}

type Make = new (name: string, args: object) => unknown;

/** What a sidecar is told, or the refusal of the arguments. */
async function outcome({ component }: Sample, args: object): Promise<string | Error> {
  let refusal: unknown;
  const made = await objectsOf(() => {
    try {
      new (components[component] as unknown as Make)("x", args);
    } catch (error) {
      refusal = error;
    }
  });
  if (refusal !== undefined) {
    assert.ok(pulumi.InputPropertiesError.isInstance(refusal), `${refusal}`);
    return refusal as Error;
  }
  const labels = { app: "client" };
  const proxies = [
    { name: "client-1", kind: "sidecar", namespace: "shop", labels },
    { name: "gateway-1", kind: "gateway", namespace: "shop", labels },
  ] as const;
  const answer = await translate({ objects: [...world, ...made], meshConfig, proxies });
  return JSON.stringify(inOneOrder(answer));
}

describe("a number or time of 0", function () {
  this.timeout(120_000);

  for (const component of [...new Set(samples.map((sample) => sample.component))]) {
    it(`is tried for all numbers of ${component}`, () => {
      const { ref } = argumentSchema().roots[component] ?? { ref: "" };
      const tried = new Set(
        samples
          .filter((sample) => sample.component === component)
          .flatMap(({ args }) => places(args))
          .map((path) => path.filter((part) => typeof part === "string").join(".")),
      );
      // A policy is the same wherever it is, and so is a pool.
      const missing = numbersOf({ ref }, component).filter((path) => {
        const plain = path
          .replace(/^\w+\./, "")
          .replace(/^(policy\.|portLevelSettings\[\]\.(?!port$)|ingress\[\]\.(?!port$))+/, "")
          .replace(/\[\]/g, "");
        return (
          !(path in countedElsewhere) &&
          ![...tried].some((one) => one === plain || one.startsWith(`${plain}.`)) &&
          !/(loadBalancer|connectionPool|outlierDetection|retryBudget)\./.test(plain) &&
          !/portLevelSettings\[\]\.port$/.test(path)
        );
      });
      assert.deepEqual(missing, []);
    });
  }

  for (const sample of samples) {
    for (const path of places(sample.args)) {
      const at = shownPath(path);
      it(`${sample.component} ${at} is refused, or means something else than nothing`, async () => {
        const zero = await outcome(sample, changed(sample.args, path, zeroOf) as object);
        if (typeof zero !== "string") {
          assert.ok(zero.message.includes(`${at}`), zero.message);
          return;
        }
        const name = `${path.at(-1)}`;
        if (name in meantByAbsence || order.has(name)) {
          return;
        }
        const without = await outcome(
          sample,
          changed(sample.args, path, () => undefined) as object,
        );
        const again = await outcome(sample, changed(sample.args, path, zeroOf) as object);
        assert.ok(zero === again, "istiod does not answer the same twice");
        assert.ok(zero !== without, "istiod takes it for nothing");
      });
    }
  }
});
