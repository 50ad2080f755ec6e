// HTTP routing in ambient mode: two waypoint Pods for one namespace, and one for the Services of
// whichever namespace has the right label.
// Look at: `istioctl waypoint list -A`, and the label istio.io/use-waypoint.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  MeshMode,
  MeshNamespace,
  Profile,
  Waypoint,
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

const shop = new MeshNamespace(
  "shop",
  { dataPlaneMode: MeshMode.Ambient, waypoint: "waypoint" },
  after,
);
const own = new Waypoint(
  "waypoint",
  {
    namespace: shop.name,
    replicas: 2,
    resources: { requests: { cpu: "50m", memory: "64Mi" } },
  },
  after,
);

const edge = new MeshNamespace("edge", { dataPlaneMode: MeshMode.Ambient }, after);
const common = new Waypoint(
  "common",
  { namespace: edge.name, name: "common", namespaceSelector: { "example.com/waypoint": "common" } },
  after,
);
new MeshNamespace(
  "billing",
  {
    dataPlaneMode: MeshMode.Ambient,
    labels: { "example.com/waypoint": "common" },
    waypoint: common.name,
    waypointNamespace: common.namespace,
  },
  after,
);

export const waypoints = [own.principal, common.principal];
