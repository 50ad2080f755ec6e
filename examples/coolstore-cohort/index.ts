// The first requests of a release, from "Istio in Action", chapter 5: clients of the gateway who say that
// they are of the company get v2 of catalog, all others v1.
// Look at: `curl -H 'x-istio-cohort: internal' http://catalog.istioinaction.io/items`, with `imageUrl`.
import { Coolstore, MeshMode, MeshNamespace, networking } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", {
  namespace,
  catalogVersions: ["v1", "v2"],
  localUsers: true,
});

const hosts = ["catalog.istioinaction.io"];
const host = "catalog.istioinaction.svc.cluster.local";

const gateway = new networking.v1.Gateway("catalog-gateway", {
  metadata: { name: "catalog-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts }],
  },
});
const subsets = new networking.v1.DestinationRule(
  "catalog",
  {
    metadata: { name: "catalog", namespace },
    spec: {
      host,
      subsets: [
        { name: "version-v1", labels: { version: "v1" } },
        { name: "version-v2", labels: { version: "v2" } },
      ],
    },
  },
  { dependsOn: [app] },
);
new networking.v1.VirtualService(
  "catalog-vs-from-gw",
  {
    metadata: { name: "catalog-vs-from-gw", namespace },
    spec: {
      hosts,
      gateways: ["catalog-gateway"],
      http: [
        {
          match: [{ headers: { "x-istio-cohort": { exact: "internal" } } }],
          route: [{ destination: { host, subset: "version-v2" } }],
        },
        { route: [{ destination: { host, subset: "version-v1" } }] },
      ],
    },
  },
  // A subset has to be there before the route that names it.
  { dependsOn: [gateway, subsets] },
);
