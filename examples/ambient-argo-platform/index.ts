// The platform below Istio's sample for Argo CD, on GKE: CNI agent and ztunnel once, two istiods, and the channels
// `stable` and `rapid` that gateways and waypoints follow. The example ambient-argo is the application on it.
// A channel moves by one word here, which a pull request can show; `make render` writes it all as YAML for Argo CD.
// Look at: `istioctl tag list`.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneParts,
  GatewayApiMode,
  Platform,
  Profile,
  RevisionTag,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");
// GKE brings the definitions of the Gateway API along; what is rendered for Argo CD asks no cluster for them.
const gatewayApi = { mode: GatewayApiMode.Skip };

const common = { profile: Profile.Ambient, platform: Platform.GKE, charts, gatewayApi };
const channels = { stable: "blue", rapid: "green" };

// What is there once has the revision of the channel `rapid`, so that it is never behind an istiod.
const onNode = { revision: channels.rapid };
const shared = new ControlPlane("istio", {
  ...common,
  parts: ControlPlaneParts.Shared,
  defaultRevision: channels.stable,
  values: { cni: onNode, ztunnel: onNode },
});

// Istio of today in both; the next release is a `version` of the one that `rapid` stands for.
for (const [channel, revision] of Object.entries(channels)) {
  const istiod = new ControlPlane(
    `istio-control-${revision}`,
    { ...common, parts: ControlPlaneParts.Istiod, revision },
    { dependsOn: [shared] },
  );
  new RevisionTag(channel, { revision: istiod.revision }, { dependsOn: [istiod] });
}
