// @ts-nocheck: run without types, as users run it.
// A route to a version that nothing in the program declares.
import { ServiceRoute } from "istio-mesh";

new ServiceRoute("web", {
  service: "web",
  namespace: "shop",
  rules: [{ matches: [{ path: { prefix: "/beta" } }], to: [{ version: "v3" }] }, {}],
});
