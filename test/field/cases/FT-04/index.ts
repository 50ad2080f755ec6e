// @ts-nocheck: run without types, as users run it.
// A browser application of another origin calls an API that wants a token for every request.
import { AppGateway, JwtAuthentication } from "istio-mesh";

new AppGateway("api", {
  namespace: "shop",
  hosts: ["api.example.com"],
  routes: [
    {
      service: "api",
      port: 80,
      corsPolicy: {
        allowOrigins: ["https://app.example.com"],
        allowMethods: ["GET", "PUT"],
        allowHeaders: ["authorization"],
      },
    },
  ],
});
new JwtAuthentication("tokens", {
  namespace: "istio-ingress",
  selector: { istio: "ingressgateway" },
  require: true,
  issuers: [{ issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" }],
});
