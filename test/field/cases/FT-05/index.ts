// @ts-nocheck: run without types, as users run it.
// TLS ends at a load balancer in front, which forwards everything to port 80 as plain HTTP.
import { AppGateway } from "istio-mesh";

new AppGateway("web", {
  namespace: "shop",
  servers: [{ port: 80, protocol: "HTTP", hosts: ["shop.example.com"], redirectToHttps: true }],
  routes: [{ service: "web", port: 80 }],
});
