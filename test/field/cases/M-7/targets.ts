// @ts-nocheck: run without types, as users run it.
// An HTTP rule by target in an ambient namespace without a waypoint.
import { Authorization, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Ambient });
new Authorization("read-only", {
  namespace: shop.name,
  targets: [{ kind: "Service", name: "web" }],
  rules: [{ to: [{ methods: ["GET"] }] }],
});
