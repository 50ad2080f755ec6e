// httpbin in the mesh, and reachable through the ingress gateway. /headers says what arrives at the
// service, /status/503 and /delay/5 make it fail, so that timeouts and retries can be seen at work.
import { AppGateway, Httpbin, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

const httpbin = new Httpbin("httpbin", { namespace: shop.name, replicas: 2 });

const entry = new AppGateway(
  "httpbin-gateway",
  {
    namespace: shop.name,
    hosts: ["httpbin.example.com"],
    routes: [{ service: httpbin.host, port: 8000 }],
  },
  { dependsOn: [httpbin] },
);

export const gateway = entry.gateway;
export const host = httpbin.host;
export const principal = httpbin.principal;
