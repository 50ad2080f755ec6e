// A deployment that is no release yet, from "Istio in Action", chapter 5: v2 of catalog runs, and clients
// of the gateway get v1 alone. Look at: `curl http://catalog.istioinaction.io/items`, where no answer has
// `imageUrl`. The example coolstore-cohort is the next step.
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
      http: [{ route: [{ destination: { host, subset: "version-v1" } }] }],
    },
  },
  // A subset has to be there before the route that names it.
  { dependsOn: [gateway, subsets] },
);
