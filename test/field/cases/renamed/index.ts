// STEP 1: a mesh, a namespace and a canary. STEP 2: their names in the program are tidied up. STEP 3: with aliases.
// STEP 4: Helm is to install the mesh. STEP 5: its istiod gets a revision.
// STEP 6: a canary takes the place of a route. STEP 7: with an alias. It exports nothing.
import * as pulumi from "@pulumi/pulumi";
import { Canary, type ChartSource, ControlPlane, MeshNamespace, ServiceRoute } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const step = config.getNumber("step") ?? 1;

const name = (old: string) => (![2, 3].includes(step) ? old : `shop-${old}`);
const opts = (old: string) => (step === 3 ? { aliases: [{ name: old }] } : {});

new ControlPlane(
  name("mesh"),
  {
    profile: "sidecar",
    size: "small",
    charts,
    ...(step === 4 && { installer: "release" }),
    ...(step === 5 && { revision: "1-31-4" }),
  },
  opts("mesh"),
);
new MeshNamespace(name("bank"), { name: "bank", dataPlaneMode: "sidecar" }, opts("bank"));
new Canary(
  name("web"),
  { service: "web", namespace: "bank", versions: [{ name: "v1", weight: 100 }] },
  opts("web"),
);

const api = { service: "api", namespace: "bank" };
if (step < 6) {
  new ServiceRoute("api", { ...api, rules: [{ timeout: "1s" }] });
} else {
  const route = { type: "istio-mesh:index:ServiceRoute", name: "api" };
  const versions = [{ name: "v1", weight: 100 }];
  new Canary("api", { ...api, versions }, step === 7 ? { aliases: [route] } : {});
}
