// @ts-nocheck: run without types, as users run it.
// An edge route and a canary in the Gateway API, both with the same versions.
import { AppGateway, Canary } from "istio-mesh";

const versions = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
new AppGateway("edge", {
  namespace: "shop",
  dialect: "gateway-api",
  hosts: ["shop.example.com"],
  routes: [{ service: "web", port: 80, versions }],
});
new Canary("web", {
  service: "web",
  namespace: "shop",
  dialect: "gateway-api",
  port: 80,
  versions,
});
