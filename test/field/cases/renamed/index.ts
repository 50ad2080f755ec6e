// STEP 1: a mesh, a namespace and a canary. STEP 2: their names in the program are tidied up. STEP 3: with aliases.
// STEP 4: Helm is to install the mesh. STEP 5: its istiod gets a revision.
import * as pulumi from "@pulumi/pulumi";
import { Canary, type ChartSource, ControlPlane, MeshNamespace } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const step = config.getNumber("step") ?? 1;

const name = (old: string) => ([1, 4, 5].includes(step) ? old : `shop-${old}`);
const opts = (old: string) => (step === 3 ? { aliases: [{ name: old }] } : {});

const mesh = new ControlPlane(
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
const canary = new Canary(
  name("web"),
  { service: "web", namespace: "bank", versions: [{ name: "v1", weight: 100 }] },
  opts("web"),
);

export const host = canary.host;
export const revision = mesh.revision;
