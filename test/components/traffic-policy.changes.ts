import { TrafficPolicy } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(TrafficPolicy, {
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
});
