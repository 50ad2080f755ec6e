// @ts-nocheck: run without types, as users run it.
// Namespaces of the program (step 1) become somebody else's: all (step 2), or only the applications'
// (step 3).
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, Client, ControlPlane, MeshNamespace } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const step = config.getNumber("step") ?? 1;

const mesh = new ControlPlane("mesh", {
  profile: "sidecar",
  size: "small",
  charts,
  ...(step === 2 && { createNamespace: false }),
});
const shop = new MeshNamespace(
  "shop",
  { dataPlaneMode: "sidecar", adopt: step > 1 },
  { dependsOn: [mesh] },
);
new Client("client", { namespace: shop.name }, { dependsOn: [mesh] });
