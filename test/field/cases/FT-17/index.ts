// @ts-nocheck: run without types, as users run it.
// CORS for everybody, with cookies.
import { AppGateway } from "istio-mesh";

new AppGateway("api", {
  namespace: "shop",
  hosts: ["api.example.com"],
  routes: [
    { service: "api", port: 80, corsPolicy: { allowOrigins: ["*"], allowCredentials: true } },
  ],
});
