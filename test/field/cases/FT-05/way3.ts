// @ts-nocheck: run without types, as users run it.
// The same wish, with a second port for what came as https.
import { AppGateway } from "istio-mesh";

new AppGateway("web", {
  namespace: "shop",
  servers: [
    {
      name: "plain",
      port: 80,
      protocol: "HTTP",
      hosts: ["shop.example.com"],
      redirectToHttps: true,
    },
    { name: "from-lb", port: 443, protocol: "HTTP", hosts: ["shop.example.com"] },
  ],
  routes: [{ service: "web", port: 80 }],
});
