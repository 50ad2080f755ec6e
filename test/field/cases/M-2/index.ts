// @ts-nocheck: run without types, as users run it.
// Two canaries of one service, for clients in the mesh and for the gateway.
import { Canary } from "istio-mesh";

const two = (v1: number) => [
  { name: "v1", weight: v1 },
  { name: "v2", weight: 100 - v1 },
];
new Canary("web-mesh", { service: "web", namespace: "shop", versions: two(100) });
new Canary("web-edge", {
  service: "web",
  namespace: "shop",
  versions: two(80),
  gateways: ["shop/web"],
  hosts: ["shop.example.com"],
});
