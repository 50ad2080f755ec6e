// The first hour with ambient mode: Istio without sidecars, Bookinfo, two clients, one label that takes a
// namespace into the mesh, and then what a waypoint adds: who may do what, and a split of reviews.
// Look at: `istioctl ztunnel-config workloads`, which says HBONE for the Pods of Bookinfo; the same calls
// before and after:
//   kubectl -n bookinfo exec deploy/sleep -- curl -s http://productpage:9080/ | grep title
//   kubectl -n outside exec deploy/notsleep -- curl -s http://productpage.bookinfo:9080/ | grep title
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Authorization,
  Bookinfo,
  Canary,
  type ChartSource,
  Client,
  ControlPlane,
  ControlPlaneSize,
  Dialect,
  MeshMode,
  MeshNamespace,
  Profile,
  ServiceType,
  Waypoint,
} from "istio-mesh";

// Where the charts and the Gateway API come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");
const gatewayApi = { manifest: config.get("gatewayApi") };

// istiod, the agent on each node that leads Pods' traffic to ztunnel, and ztunnel itself.
const istio = new ControlPlane("istio", {
  profile: Profile.Ambient,
  size: ControlPlaneSize.Small,
  charts,
  gatewayApi,
});
const after = { dependsOn: [istio] };

// The label istio.io/dataplane-mode: ambient; Pods need no restart.
const { name: namespace } = new MeshNamespace(
  "bookinfo",
  { dataPlaneMode: MeshMode.Ambient, waypoint: "waypoint", ingressUseWaypoint: true },
  after,
);
const app = new Bookinfo("bookinfo", { namespace });
new Client("sleep", { namespace });
const outside = new MeshNamespace("outside", { dataPlaneMode: MeshMode.None }, after);
new Client("notsleep", { namespace: outside.name, antiAffinityTo: "productpage" });

// From outside: a gateway of the namespace's own.
new AppGateway(
  "bookinfo-gateway",
  {
    namespace,
    routeName: "bookinfo",
    dialect: Dialect.GatewayApi,
    infrastructure: { serviceType: ServiceType.ClusterIP },
    routes: [
      {
        exact: ["/productpage", "/login", "/logout"],
        prefix: ["/static", "/api/v1/products"],
        service: "productpage",
        port: 9080,
      },
    ],
  },
  { dependsOn: [app] },
);

// Layer 4: ztunnel lets nobody in but the waypoints, through which the gateway comes too.
const account = (name: string) => `cluster.local/ns/bookinfo/sa/${name}`;
new Authorization("productpage-ztunnel", {
  namespace,
  selector: { app: "productpage" },
  rules: [
    {
      from: [{ principals: ["bookinfo-gateway-istio", "waypoint", "waypoint-next"].map(account) }],
    },
  ],
});

// Layer 7: the waypoint looks into requests, and lets sleep and the gateway read.
const waypoint = new Waypoint("waypoint", { namespace }, after);
new Authorization(
  "productpage-waypoint",
  {
    namespace,
    targets: [{ kind: "Service", name: "productpage" }],
    rules: [
      {
        from: [{ principals: ["sleep", "bookinfo-gateway-istio"].map(account) }],
        to: [{ methods: ["GET"] }],
      },
    ],
  },
  { dependsOn: [app, waypoint] },
);
new Canary(
  "reviews",
  {
    service: "reviews",
    namespace,
    dialect: Dialect.GatewayApi,
    port: 9080,
    versions: [
      { name: "v1", weight: 90 },
      { name: "v2", weight: 10 },
    ],
  },
  { dependsOn: [app, waypoint] },
);

// A new waypoint is tried with a tenth of the connections to this Service before it takes over.
new Waypoint("waypoint-next", { namespace, name: "waypoint-next" }, after);
new k8s.core.v1.Service("ratings-next", {
  metadata: {
    name: "ratings-next",
    namespace,
    labels: {
      "istio.io/use-waypoint": "waypoint",
      "istio.io/use-waypoint-canary": "waypoint-next",
    },
    annotations: { "istio.io/use-waypoint-canary-weight": "10" },
  },
  spec: { ports: [{ name: "http", port: 9080 }], selector: { app: "ratings" } },
});
