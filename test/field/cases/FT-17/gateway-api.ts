// @ts-nocheck: run without types, as users run it.
// CORS for everybody, with cookies, in the Gateway API.
import { AppGateway } from "istio-mesh";

new AppGateway("api", {
  namespace: "shop",
  hosts: ["api.example.com"],
  dialect: "gateway-api",
  routes: [
    { service: "api", port: 80, corsPolicy: { allowOrigins: ["*"], allowCredentials: true } },
  ],
});
