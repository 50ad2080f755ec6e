// Istio by revisions: the parts that all revisions share once, and one istiod for each revision.
// To upgrade, add the next revision, move the tag, restart the workloads, then remove the old one.
// Look at: `istioctl tag list`, and the label istio.io/rev of namespaces.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneParts,
  ControlPlaneSize,
  MeshMode,
  MeshNamespace,
  Profile,
  RevisionTag,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const common = { profile: Profile.Sidecar, size: ControlPlaneSize.Small, charts };

const shared = new ControlPlane("istio", {
  ...common,
  parts: ControlPlaneParts.Shared,
  defaultRevision: "1-31-4",
});

const current = new ControlPlane(
  "istiod-1-31-4",
  {
    ...common,
    parts: ControlPlaneParts.Istiod,
    version: "1.31.4",
    revision: "1-31-4",
    meshConfig: {
      accessLogFile: "/dev/stdout",
      accessLogEncoding: "JSON",
      defaultConfig: { holdApplicationUntilProxyStarts: true },
      outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
    },
  },
  { dependsOn: [shared] },
);

const stable = new RevisionTag("stable", { revision: current.revision }, { dependsOn: [current] });

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar, revision: stable.tag });

export const namespace = shop.name;
export const istiod = current.istiodHost;
