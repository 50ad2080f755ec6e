// @ts-nocheck: run without types, as users run it.
// An HTTP rule by labels, and the component is told that the mesh is ambient.
import { Authorization } from "istio-mesh";

new Authorization("read-only", {
  namespace: "shop",
  dataPlaneMode: "ambient",
  selector: { app: "web" },
  rules: [{ to: [{ methods: ["GET"] }] }],
});
