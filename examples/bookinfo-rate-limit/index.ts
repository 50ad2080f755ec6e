// The page may be asked for once a minute, whoever asks: the ingress gateway counts by asking a rate limit
// service, whose own configuration is this component's output.
// Look at: the second request to /productpage in a minute, which is answered with 429.
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Bookinfo,
  MeshMode,
  MeshNamespace,
  RateLimit,
  RateLimitPosition,
  RateLimitUnit,
} from "istio-mesh";

const system = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const bookinfo = new MeshNamespace("bookinfo", { dataPlaneMode: MeshMode.Sidecar });
const selector = { istio: "ingressgateway" };

const app = new Bookinfo("bookinfo", { namespace: bookinfo.name });
const page = new AppGateway(
  "bookinfo-gateway",
  {
    namespace: bookinfo.name,
    routeName: "bookinfo",
    selector,
    routes: [
      {
        exact: ["/productpage", "/login", "/logout"],
        prefix: ["/static", "/api/v1/products"],
        service: "productpage",
        port: 9080,
      },
    ],
  },
  { dependsOn: [app] },
);

// The service itself, which reads its limits from a ConfigMap and keeps its counts in Redis, is
// somebody else's.
const standard = new MeshNamespace("default", { dataPlaneMode: MeshMode.None, adopt: true });
const counter = new k8s.core.v1.Service("ratelimit", {
  metadata: { name: "ratelimit", namespace: standard.name },
  spec: { selector: { app: "ratelimit" }, ports: [{ name: "grpc-port", port: 8081 }] },
});

const limit = new RateLimit(
  "filter-ratelimit",
  {
    namespace: system.name,
    position: RateLimitPosition.Gateway,
    selector,
    global: {
      domain: "productpage-ratelimit",
      service: "ratelimit.default.svc.cluster.local",
      port: 8081,
      timeout: "10s",
      failureModeDeny: true,
      descriptors: [
        {
          entries: [
            {
              key: "PATH",
              value: "/productpage",
              headers: [{ name: ":path", exact: "/productpage" }],
            },
          ],
          limits: [{ requests: 1, unit: RateLimitUnit.Minute }],
        },
      ],
    },
  },
  { dependsOn: [page, counter] },
);

export const config = limit.config;
