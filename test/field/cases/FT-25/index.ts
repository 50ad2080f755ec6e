// @ts-nocheck: run without types, as users run it.
// Twenty services behind one gateway of the Gateway API.
import { AppGateway } from "istio-mesh";

new AppGateway("api", {
  namespace: "shop",
  dialect: "gateway-api",
  hosts: ["api.example.com"],
  routes: Array.from({ length: 20 }, (_, i) => ({
    prefix: [`/service-${String(i).padStart(2, "0")}`],
    service: `service-${i}`,
    port: 80,
  })),
});
