// @ts-nocheck: run without types, as users run it.
// Only the office may reach the administration's host at the gateway.
import { Authorization } from "istio-mesh";

new Authorization("close-admin", {
  namespace: "istio-ingress",
  selector: { istio: "ingressgateway" },
  action: "DENY",
  rules: [
    { to: [{ hosts: ["admin.example.com"] }], from: [{ notRemoteIpBlocks: ["203.0.113.0/24"] }] },
  ],
});
