// Bookinfo in ambient mode as Istio's sample for Argo CD has it: two waypoints that follow two revisions
// of the control plane, a gateway of the namespace's own, and a split of reviews that a waypoint makes.
// A change of revision is a change of one label here, which a pull request can show.
// Look at: `istioctl waypoint list -n ambient`, and the stars of the page.
import * as k8s from "@pulumi/kubernetes";
import { Bookinfo, gateway, MeshMode, MeshNamespace, Waypoint } from "istio-mesh";

const { name: namespace } = new MeshNamespace("ambient", {
  dataPlaneMode: MeshMode.Ambient,
  waypoint: "bookinfo-reviews",
});
const port = 9080;

const app = new Bookinfo("bookinfo", {
  namespace,
  registry: "registry.istio.io/release",
  tag: "1.18.0",
});

// Services of single versions, which routes name as where requests go. The namespace says which waypoint
// its Services have; one with a label of its own has another.
const own: Record<string, string> = { "details-v1": "bookinfo-details" };
const versions = [
  "reviews-v1",
  "reviews-v2",
  "reviews-v3",
  "productpage-v1",
  "ratings-v1",
  "details-v1",
];
const services = versions.map((name) => {
  const [service, version] = name.split("-") as [string, string];
  return new k8s.core.v1.Service(name, {
    metadata: {
      name,
      namespace,
      ...(own[name] && { labels: { "istio.io/use-waypoint": own[name] } }),
    },
    spec: { ports: [{ port, name: "http" }], selector: { app: service, version } },
  });
});

const waypoints = { "bookinfo-details": "stable", "bookinfo-reviews": "rapid" };
const made = Object.entries(waypoints).map(
  ([name, revision]) => new Waypoint(name, { namespace, name, revision }),
);

new gateway.v1.HTTPRoute(
  "reviews",
  {
    metadata: { name: "reviews", namespace },
    spec: {
      parentRefs: [{ group: "", kind: "Service", name: "reviews" }],
      rules: [
        {
          backendRefs: [
            { name: "reviews-v1", port, weight: 90 },
            { name: "reviews-v2", port, weight: 10 },
          ],
        },
      ],
    },
  },
  { dependsOn: [app, ...services, ...made] },
);

const edge = new gateway.v1.Gateway("bookinfo-gateway", {
  metadata: { name: "bookinfo-gateway", namespace },
  spec: {
    gatewayClassName: "istio",
    listeners: [
      { name: "http", port: 80, protocol: "HTTP", allowedRoutes: { namespaces: { from: "Same" } } },
    ],
  },
});
const paths = [
  { type: "Exact", value: "/productpage" },
  { type: "PathPrefix", value: "/static" },
  { type: "Exact", value: "/login" },
  { type: "Exact", value: "/logout" },
  { type: "PathPrefix", value: "/api/v1/products" },
] as const;
new gateway.v1.HTTPRoute(
  "bookinfo",
  {
    metadata: { name: "bookinfo", namespace },
    spec: {
      parentRefs: [{ name: "bookinfo-gateway" }],
      rules: [
        {
          matches: paths.map((path) => ({ path })),
          backendRefs: [{ name: "productpage", port }],
        },
      ],
    },
  },
  { dependsOn: [edge, app] },
);
