// Two names for one istiod. Namespaces say "stable"; which revision that is, is decided in one place,
// and changing it is an update of two objects in place.
// Look at: the webhook istio-revision-tag-stable, and `istioctl tag list`.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  MeshMode,
  MeshNamespace,
  Profile,
  RevisionTag,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  revision: "1-31-4",
});

const stable = new RevisionTag("stable", { revision: istio.revision }, { dependsOn: [istio] });

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar, revision: stable.tag });

export const namespace = shop.name;
export const revision = stable.revision;
