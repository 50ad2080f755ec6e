// HTTP from outside to two services, through the ingress gateway of a mesh that exists already. Look at
// the VirtualService: the first match counts, an old address is answered with a new one, and the
// page's own requests get a time limit.
import * as k8s from "@pulumi/kubernetes";
import { AppGateway, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

const services = ["web", "catalog"].map(
  (name) =>
    new k8s.core.v1.Service(name, {
      metadata: { name, namespace: shop.name },
      spec: { selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    }),
);

const edge = new AppGateway(
  "shop",
  {
    namespace: shop.name,
    hosts: ["shop.example.com"],
    routes: [
      { exact: ["/shop"], redirect: { path: "/", code: 308 } },
      {
        prefix: ["/api/catalog"],
        rewrite: { prefix: "/" },
        timeout: "2s",
        service: "catalog",
        port: 80,
      },
      { service: "web", port: 80 },
    ],
  },
  { dependsOn: services },
);

export const gateway = edge.gateway;
export const hosts = edge.hosts;
