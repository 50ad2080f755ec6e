// @ts-nocheck: run without types, as users run it.
// Two external authorizers at one gateway, each for one host.
import { Authorization } from "istio-mesh";

const at = {
  namespace: "istio-ingress",
  selector: { istio: "ingressgateway" },
  action: "CUSTOM" as const,
  knownProviders: ["login", "keys"],
};
new Authorization("people", {
  ...at,
  provider: "login",
  rules: [{ to: [{ hosts: ["shop.example.com"] }] }],
});
new Authorization("machines", {
  ...at,
  provider: "keys",
  rules: [{ to: [{ hosts: ["api.example.com"] }] }],
});
