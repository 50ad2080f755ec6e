// Requests for one name are answered by two services, and an old path leads to a new one.
// Look at: rules that are tried in their order, and the last one, which takes what is left.
import * as k8s from "@pulumi/kubernetes";
import { HttpMethod, MeshMode, MeshNamespace, ServiceRoute } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

const services = ["web", "reviews"].map(
  (name) =>
    new k8s.core.v1.Service(name, {
      metadata: { namespace: shop.name, name },
      spec: { selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    }),
);

const route = new ServiceRoute(
  "web",
  {
    service: "web",
    namespace: shop.name,
    rules: [
      {
        name: "reviews",
        matches: [{ path: { prefix: "/reviews" }, method: HttpMethod.Get }],
        to: [{ service: "reviews" }],
        rewrite: { prefix: "/api/v2/reviews" },
        timeout: "2s",
        retries: { attempts: 2, perTryTimeout: "500ms", retryOn: "5xx" },
      },
      {
        name: "moved",
        matches: [{ path: { prefix: "/shop" } }],
        redirect: { prefix: "/store" },
      },
      {
        name: "rest",
        headers: { response: { set: { "x-served-by": "mesh" } } },
        corsPolicy: { allowOrigins: ["https://*.example.com"], maxAge: "1h" },
      },
    ],
  },
  { dependsOn: services },
);

export const host = route.host;
