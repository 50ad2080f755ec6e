import assert from "node:assert/strict";
import { TrafficPolicy, type TrafficPolicyArgs } from "../../components";
import { request } from "../support/envoy";
import { atWaypoint, webHost } from "../support/policy-world";
import type { Envoy, ProxyConfig } from "../support/translate";

const ask = (args: Partial<TrafficPolicyArgs>): Promise<ProxyConfig> =>
  atWaypoint(() => void new TrafficPolicy("calm", { service: "web", namespace: "shop", ...args }));
const inner = ({ clusters }: ProxyConfig, host: string): Envoy =>
  clusters.find(({ name }) => name === `inbound-vip|80|http|${host}`);
const other = webHost.replace("web", "other");

describe("[TrafficPolicy: translated] a policy at a waypoint", () => {
  it("bounds connections and requests to the Service, and to no other", async () => {
    const config = await ask({
      connectionPool: { tcp: { maxConnections: 7 }, http: { http2MaxRequests: 9 } },
    });
    const bounds = (host: string) => {
      const { maxConnections, maxRequests } = inner(config, host).circuitBreakers.thresholds[0];
      return [maxConnections, maxRequests];
    };
    assert.deepEqual(bounds(webHost), [7, 9]);
    assert.deepEqual(bounds(other), [4294967295, 4294967295]);
  });

  it("leaves out endpoints that fail", async () => {
    const config = await ask({ outlierDetection: { consecutive5xxErrors: 3, interval: "5s" } });
    const { consecutive5xx, interval } = inner(config, webHost).outlierDetection;
    assert.deepEqual([consecutive5xx, interval], [3, "5s"]);
    assert.equal(inner(config, other).outlierDetection, undefined);
  });

  it("keeps a client at one endpoint", async () => {
    const httpCookie = { name: "session", ttl: "60s" };
    const config = await ask({ loadBalancer: { consistentHash: { httpCookie } } });
    assert.equal(inner(config, webHost).lbPolicy, "RING_HASH");
    const { hashPolicy } = request(config, { host: webHost })?.route.route ?? {};
    assert.deepEqual(hashPolicy, [{ cookie: { name: "session", ttl: "60s" } }]);
  });

  it("holds for a port alone", async () => {
    const config = await ask({
      portLevelSettings: [{ port: 80, connectionPool: { tcp: { maxConnections: 7 } } }],
    });
    assert.equal(inner(config, webHost).circuitBreakers.thresholds[0].maxConnections, 7);
  });
});
