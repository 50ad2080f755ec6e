import { TrafficPolicy } from "../../components";
import type { ComponentCase } from "../support/component-case";

const web = { service: "web", namespace: "shop" };

export default {
  component: "TrafficPolicy",
  samples: [
    {
      what: "with limits and outlier detection",
      create: (name, opts, common) =>
        new TrafficPolicy(
          name,
          {
            ...common,
            ...web,
            connectionPool: { tcp: { maxConnections: 10 } },
            outlierDetection: { consecutive5xxErrors: 1 },
            portLevelSettings: [{ port: 80, loadBalancer: { simple: "RANDOM" } }],
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "failover without outlier detection",
      create: () =>
        new TrafficPolicy("x", {
          ...web,
          loadBalancer: { localityLbSetting: { failover: [{ from: "us", to: "eu" }] } },
        }),
      at: "loadBalancer.localityLbSetting.failover",
      says: /takes effect only with outlierDetection \[IST0133\]/,
    },
    {
      what: "two ways to choose an endpoint",
      create: () =>
        new TrafficPolicy("x", {
          ...web,
          loadBalancer: { simple: "RANDOM", consistentHash: { useSourceIp: true } },
        }),
      at: "loadBalancer",
      says: /sets simple and consistentHash; at most one/,
    },
    {
      what: "a percentage over 100",
      create: () =>
        new TrafficPolicy("x", { ...web, outlierDetection: { maxEjectionPercent: 101 } }),
      at: "outlierDetection.maxEjectionPercent",
      says: /101/,
    },
    {
      what: "a time without unit",
      create: () =>
        new TrafficPolicy("x", { ...web, connectionPool: { tcp: { connectTimeout: "3" } } }),
      at: "connectionPool.tcp.connectTimeout",
      says: /"3": is not a duration of at least 1ms/,
    },
  ],
  outputs: ["host"],
  plain: ["clusterDomain"],
  handles: ["service", "namespace", "workloadSelector"],
} satisfies ComponentCase;
