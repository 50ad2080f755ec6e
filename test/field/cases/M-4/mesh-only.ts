// @ts-nocheck: run without types, as users run it.
// An edge route to a service, and its canary for clients in the mesh.
import { AppGateway, Canary } from "istio-mesh";

new AppGateway("edge", {
  namespace: "shop",
  hosts: ["shop.example.com"],
  routes: [{ service: "web", port: 80 }],
});
new Canary("web", {
  service: "web",
  namespace: "shop",
  versions: [
    { name: "v1", weight: 100 },
    { name: "v2", weight: 0 },
  ],
});
