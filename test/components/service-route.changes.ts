import { ServiceRoute } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { service: "web", namespace: "shop" };
const rules = [
  { matches: [{ path: { prefix: "/api" } }], to: [{ service: "api", port: 8080 }] },
  { timeout: "2s" },
];

export default changesOf(ServiceRoute, {
  bases: {
    "dialect istio": { ...shop, rules },
    "dialect gateway-api": { ...shop, rules, dialect: "gateway-api", port: 80 },
  },
  values: {
    service: ["api"],
    rules: [[{ timeout: "3s" }]],
    dialect: [beside({ port: 80 }, "gateway-api"), beside({ port: 80 }, "istio")],
    port: [80, 8080],
  },
});
