import { TrafficPolicy } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

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
  changes: changesOf(TrafficPolicy, {
    bases: {
      "of a Service": {
        service: "web",
        namespace: "shop",
        connectionPool: { tcp: { maxConnections: 10 } },
      },
    },
    values: {
      service: ["api"],
      loadBalancer: [{ simple: "RANDOM" }, { consistentHash: { httpHeaderName: "x-user" } }],
      connectionPool: [{ http: { http2MaxRequests: 10 } }],
      outlierDetection: [{ consecutive5xxErrors: 1 }],
      tls: [{ mode: "ISTIO_MUTUAL" }, { mode: "DISABLE" }],
      retryBudget: [{ percent: 20 }],
      portLevelSettings: [[{ port: 80, loadBalancer: { simple: "RANDOM" } }]],
      workloadSelector: [{ app: "web" }, { app: "api" }],
    },
  }),
} satisfies ComponentCase;
