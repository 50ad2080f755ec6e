// The mesh in a stack of its own: a platform team installs Istio by revisions with a gateway, and hands out
// what other stacks need. The program next door, platform-shop, is one of those.
// Look at: `pulumi stack output --json`.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  IngressGateway,
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
const ingress = new IngressGateway("ingress", { controlPlane: istio });

/** What namespaces say to have their Pods in the mesh. */
export const revision = stable.tag;
/** What a gateway of another stack takes over: version, charts, revision. */
export const controlPlane = istio.handle;
/** By which routes choose the gateway that all share. */
export const { selector, address } = ingress;
