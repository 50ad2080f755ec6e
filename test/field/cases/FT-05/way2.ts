// @ts-nocheck: run without types, as users run it.
// The same wish, by the header that the load balancer adds.
import { AppGateway } from "istio-mesh";

new AppGateway("web", {
  namespace: "shop",
  hosts: ["shop.example.com"],
  routes: [
    {
      matches: [{ headers: [{ name: "x-forwarded-proto", exact: "http" }] }],
      redirect: { scheme: "https" },
    },
    { service: "web", port: 80 },
  ],
});
