// The shop of "Istio in Action" in a mesh that exists already. One split of catalog is for both: for
// clients at the gateway, who ask catalog.istioinaction.io, and for webapp inside the mesh. One answer
// in ten has `imageUrl`, which only v2 sends; with `x-istio-cohort: internal` every answer has it, also
// through webapp, which passes the header on.
import * as pulumi from "@pulumi/pulumi";
import { AppGateway, Canary, Coolstore, MeshMode, MeshNamespace, networking } from "istio-mesh";

const shop = new MeshNamespace("istioinaction", { dataPlaneMode: MeshMode.Sidecar });
const namespace = shop.name;

const app = new Coolstore("coolstore", {
  namespace,
  catalogVersions: ["v1", "v2"],
  localUsers: true,
});

const webapp = new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    hosts: ["webapp.istioinaction.io"],
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [app] },
);

const catalogHost = "catalog.istioinaction.io";
const entry = new networking.v1.Gateway("catalog-gateway", {
  metadata: { name: "catalog-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ hosts: [catalogHost], port: { number: 80, name: "http", protocol: "HTTP" } }],
  },
});

const catalog = new Canary(
  "catalog",
  {
    service: "catalog",
    namespace,
    versions: [
      { name: "v1", weight: 90 },
      { name: "v2", weight: 10 },
    ],
    matches: [{ headers: [{ name: "x-istio-cohort", exact: "internal" }], version: "v2" }],
    gateways: ["mesh", pulumi.interpolate`${namespace}/catalog-gateway`],
    hosts: [catalogHost],
  },
  { dependsOn: [app, entry] },
);

export const gateway = webapp.gateway;
export const split = catalog.split;
export const principals = app.principals;
