import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../../../arguments/argument-check";
import type { TrafficPolicyOptions } from "./traffic-policy-args";
import { checkTrafficPolicy, trafficPolicySpec } from "./traffic-policy-options";

const check = (options: TrafficPolicyOptions) => {
  const found = new ArgumentCheck("Canary", "x");
  checkTrafficPolicy(found, "policy", options);
  found.done();
};

describe("trafficPolicySpec", () => {
  it("keeps zero, false and empty, and leaves out what was left out", () => {
    const options: TrafficPolicyOptions = {
      loadBalancer: { consistentHash: { useSourceIp: false } },
      connectionPool: { tcp: { maxConnections: 0 }, http: { useClientProtocol: false } },
      retryBudget: { percent: 0, minRetryConcurrency: 0 },
    };
    assert.deepEqual(trafficPolicySpec(options), options);
  });

  const far = { localityLbSetting: { enabled: false } };
  const half = { maxEjectionPercent: 50 };

  it("lets outlier detection act from two endpoints on, and prefers none of them", () => {
    assert.deepEqual(trafficPolicySpec({ outlierDetection: {} }), {
      loadBalancer: far,
      outlierDetection: half,
    });
    const portLevelSettings = [{ port: 80, outlierDetection: { interval: "5s" } }];
    assert.deepEqual(trafficPolicySpec({ portLevelSettings }), {
      portLevelSettings: [
        { port: { number: 80 }, loadBalancer: far, outlierDetection: { interval: "5s", ...half } },
      ],
    });
  });

  it("prefers near endpoints where the policy or the Service says so", () => {
    const near = { localityLbSetting: { enabled: true } };
    assert.deepEqual(trafficPolicySpec({ loadBalancer: near, outlierDetection: half }), {
      loadBalancer: near,
      outlierDetection: half,
    });
    assert.deepEqual(trafficPolicySpec({ outlierDetection: half }, { preferNear: true }), {
      outlierDetection: half,
    });
  });

  it("writes the number of a port as the DestinationRule has it", () => {
    assert.deepEqual(
      trafficPolicySpec({
        portLevelSettings: [{ port: 8080, loadBalancer: { simple: "RANDOM" } }],
      }),
      { portLevelSettings: [{ port: { number: 8080 }, loadBalancer: { simple: "RANDOM" } }] },
    );
  });
});

const failover = [{ from: "us", to: "eu" }];

describe("a traffic policy may have", () => {
  const allowed: [string, TrafficPolicyOptions][] = [
    ["outlier detection with Istio's defaults", { outlierDetection: {} }],
    [
      "failover with outlier detection",
      { loadBalancer: { localityLbSetting: { failover } }, outlierDetection: {} },
    ],
    [
      "shares by locality without outlier detection",
      { loadBalancer: { localityLbSetting: { distribute: [{ from: "us/*", to: { us: 100 } }] } } },
    ],
    [
      "locality switched off without outlier detection",
      { loadBalancer: { localityLbSetting: { enabled: false } } },
    ],
    ["warm-up with the default choice", { loadBalancer: { warmup: { duration: "30s" } } }],
    [
      "a value that is not known yet",
      { connectionPool: { tcp: { maxConnections: pulumi.output(1) } } },
    ],
    [
      "a cookie for the session",
      { loadBalancer: { consistentHash: { httpCookie: { name: "c", ttl: "0s" } } } },
    ],
    [
      "gateway errors alone",
      { outlierDetection: { consecutive5xxErrors: 0, consecutiveGatewayErrors: 5 } },
    ],
    [
      "health checks alone for failover",
      {
        outlierDetection: { consecutive5xxErrors: 0 },
        loadBalancer: { localityLbSetting: { enabled: true } },
      },
    ],
    ["no idle timeout", { connectionPool: { tcp: { idleTimeout: "0s" } } }],
  ];
  for (const [what, options] of allowed) {
    it(what, () => check(options));
  }
});

describe("a traffic policy refuses", () => {
  const hash = (consistentHash: object) => ({ loadBalancer: { consistentHash } });
  const near = (localityLbSetting: object) => ({ loadBalancer: { localityLbSetting } });
  const refused: [string, object, RegExp][] = [
    ["nothing at all", {}, /policy: nothing is set; set at least one of loadBalancer, /],
    [
      "an unknown choice",
      { loadBalancer: { simple: "RANDM" } },
      /policy\.loadBalancer\.simple: "RANDM": allowed: .*did you mean "RANDOM"/,
    ],
    [
      "an outdated choice",
      { loadBalancer: { simple: "LEAST_CONN" } },
      /policy\.loadBalancer\.simple: "LEAST_CONN" is unknown; .*use LEAST_REQUEST/,
    ],
    [
      "two ways to choose",
      { loadBalancer: { simple: "RANDOM", consistentHash: { useSourceIp: true } } },
      /policy\.loadBalancer: sets simple and consistentHash/,
    ],
    [
      "two things to decide by",
      hash({ useSourceIp: true, httpHeaderName: "a" }),
      /policy\.loadBalancer\.consistentHash: sets httpHeaderName and useSourceIp/,
    ],
    [
      "an address that does not decide, and nothing else",
      hash({ useSourceIp: false }),
      /policy\.loadBalancer\.consistentHash: nothing is set; set at least one of httpHeaderName/,
    ],
    [
      "nothing to decide by",
      hash({}),
      /policy\.loadBalancer\.consistentHash: nothing is set; set at least one of httpHeaderName/,
    ],
    [
      "a table of no prime size",
      hash({ useSourceIp: true, maglev: { tableSize: 9 } }),
      /consistentHash\.maglev\.tableSize: 9: a prime number/,
    ],
    [
      "warm-up with chance",
      { loadBalancer: { simple: "RANDOM", warmup: { duration: "3s" } } },
      /policy\.loadBalancer\.warmup: has no effect with RANDOM; allowed with simple LEAST_REQUEST/,
    ],
    [
      "warm-up with a hash",
      { loadBalancer: { consistentHash: { useSourceIp: true }, warmup: { duration: "3s" } } },
      /policy\.loadBalancer\.warmup: has no effect with consistentHash/,
    ],
    [
      "failover without outlier detection",
      near({ failover }),
      /localityLbSetting\.failover: takes effect only with outlierDetection \[IST0133\]/,
    ],
    [
      "near endpoints first without outlier detection",
      near({ enabled: true }),
      /policy\.loadBalancer\.localityLbSetting: takes effect only with outlierDetection/,
    ],
    [
      "shares that do not add up",
      near({ distribute: [{ from: "us/*", to: { "us/a": 70, "us/b": 20 } }] }),
      /distribute\[0\]\.to: the weights sum up to 90, not 100/,
    ],
    [
      "a percentage over 100",
      { outlierDetection: { maxEjectionPercent: 101 } },
      /policy\.outlierDetection\.maxEjectionPercent: 101/,
    ],
    [
      "gateway errors that come after all errors",
      { outlierDetection: { consecutiveGatewayErrors: 5 } },
      /consecutiveGatewayErrors: 5 has no effect, as 502, 503 and 504 count among consecutive5xxErrors, which is 5; write less than 5, or consecutive5xxErrors: 0/,
    ],
    [
      "outlier detection that counts nothing",
      { outlierDetection: { consecutive5xxErrors: 0 } },
      /outlierDetection\.consecutive5xxErrors: 0 switches it off, and nothing else is counted/,
    ],
    [
      "a panic that never ends",
      { outlierDetection: { minHealthPercent: 100 } },
      /outlierDetection\.minHealthPercent: 100 sends to all endpoints as soon as one is left out/,
    ],
    [
      "two limits of retries",
      { retryBudget: {}, connectionPool: { http: { maxRetries: 3 } } },
      /policy\.connectionPool\.http\.maxRetries: has no effect beside retryBudget/,
    ],
    [
      "failures to connect that are not counted apart",
      { outlierDetection: { consecutiveLocalOriginFailures: 3 } },
      /policy\.outlierDetection\.consecutiveLocalOriginFailures: 3/,
    ],
    [
      "a time without unit",
      { connectionPool: { tcp: { connectTimeout: "3" } } },
      /policy\.connectionPool\.tcp\.connectTimeout: "3": is not a duration of at least 1ms/,
    ],
    ["no pool at all", { connectionPool: {} }, /policy\.connectionPool: http, tcp or both/],
    [
      "a misspelt limit",
      { connectionPool: { http: { maxRetry: 1 } } },
      /policy\.connectionPool\.http\.maxRetry: 1: unknown field; allowed: /,
    ],
    [
      "mutual TLS without certificates",
      { tls: { mode: "MUTUAL" } },
      /policy\.tls\.clientCertificate: mode MUTUAL needs/,
    ],
    ["an unknown mode", { tls: { mode: "X" } }, /policy\.tls\.mode: "X": allowed: DISABLE, SIMPLE/],
    [
      "TLS without mode",
      { tls: { sni: "a.b" } },
      /policy\.tls\.mode: is missing; allowed: DISABLE, /,
    ],
    ["a budget over 100", { retryBudget: { percent: 120 } }, /policy\.retryBudget\.percent: 120/],
    [
      "settings of a port twice",
      {
        portLevelSettings: [
          { port: 80, outlierDetection: {} },
          { port: 80, outlierDetection: {} },
        ],
      },
      /policy\.portLevelSettings\[1\]\.port: 80 is listed twice/,
    ],
    [
      "a port without settings",
      { portLevelSettings: [{ port: 80 }] },
      /policy\.portLevelSettings\[0\]: nothing is set; set at least one of/,
    ],
    [
      "a port that is none",
      { portLevelSettings: [{ port: 0, outlierDetection: {} }] },
      /policy\.portLevelSettings\[0\]\.port: 0 is not a whole number between 1 and 65535/,
    ],
    [
      "failover of a port without outlier detection of that port",
      { portLevelSettings: [{ port: 80, ...near({ failover }) }], outlierDetection: {} },
      /policy\.portLevelSettings\[0\]\.loadBalancer\.localityLbSetting\.failover: takes effect only/,
    ],
  ];
  for (const [what, options, message] of refused) {
    it(what, () => {
      assert.throws(() => check(options as TrafficPolicyOptions), message);
    });
  }

  it("everything at once", () => {
    assert.throws(
      () =>
        check({ tls: { mode: "MUTUAL" }, outlierDetection: { interval: "5" }, connectionPool: {} }),
      /: 4 arguments cannot work/,
    );
  });
});
