// Namespaces in every way to be in the mesh, or out of it. A namespace that somebody else created is
// adopted: only its labels are set, and they go away again with the component.
// Look at: `kubectl get namespaces --show-labels`.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  MeshMode,
  MeshNamespace,
  Profile,
} from "istio-mesh";

// Where the charts and the Gateway API come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");
const gatewayApi = { manifest: config.get("gatewayApi") };

const istio = new ControlPlane("istio", {
  profile: Profile.Ambient,
  size: ControlPlaneSize.Small,
  charts,
  gatewayApi,
});

const after = { dependsOn: [istio] };
const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Ambient }, after);
const billing = new MeshNamespace("billing", { dataPlaneMode: MeshMode.Sidecar }, after);
const batch = new MeshNamespace(
  "batch",
  { dataPlaneMode: MeshMode.None, labels: { team: "data" } },
  after,
);

// In a namespace whose Deployments run already, `restart: { deployments: ["web"] }` gives their Pods
// a sidecar, and `adopt: true` leaves the namespace itself to whoever created it.

export const namespaces = [shop.name, billing.name, batch.name];
