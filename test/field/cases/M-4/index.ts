// @ts-nocheck: run without types, as users run it.
// An edge route to a service, and its canary at the same gateway and host.
import { AppGateway, Canary } from "istio-mesh";

const edge = new AppGateway("edge", {
  namespace: "shop",
  hosts: ["shop.example.com"],
  routes: [
    { prefix: ["/api"], service: "api", port: 80 },
    { service: "web", port: 80 },
  ],
});
new Canary("web", {
  service: "web",
  namespace: "shop",
  gateways: ["mesh", edge.gateway],
  hosts: ["shop.example.com"],
  versions: [
    { name: "v1", weight: 90 },
    { name: "v2", weight: 10 },
  ],
});
