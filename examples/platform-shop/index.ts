// A shop in the mesh of another stack, from which it takes the revision and the gateway: when the platform
// team moves to the next release, this program stays as it is, and a preview of it shows what changes here.
// Beside the gateway that all share it has one of its own, of the same version as the control plane.
// Look at: `pulumi preview` after a change of the other stack.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { AppGateway, Canary, IngressGateway, MeshMode, MeshNamespace } from "istio-mesh";

// Where the program `platform` runs: organization, project and stack.
const config = new pulumi.Config();
const platform = new pulumi.StackReference(
  config.get("platform") ?? "organization/istio-mesh-example-platform/dev",
);

const { name: namespace } = new MeshNamespace("shop", {
  dataPlaneMode: MeshMode.Sidecar,
  revision: platform.requireOutput("revision"),
});
const service = new k8s.core.v1.Service("catalog", {
  metadata: { name: "catalog", namespace },
  spec: { selector: { app: "catalog" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
const versions = ["v1", "v2"].map((version) => {
  const labels = { app: "catalog", version };
  return new k8s.apps.v1.Deployment(`catalog-${version}`, {
    metadata: { name: `catalog-${version}`, namespace },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: "catalog", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }],
        },
      },
    },
  });
});
const canary = new Canary(
  "catalog",
  {
    service: "catalog",
    namespace,
    versions: [
      { name: "v1", weight: 90 },
      { name: "v2", weight: 10 },
    ],
  },
  { dependsOn: [service, ...versions] },
);

// For everybody, by the gateway that all share.
new AppGateway("shop", {
  namespace,
  hosts: ["shop.example.com"],
  selector: platform.requireOutput("selector"),
  routes: [{ canary, port: 80 }],
});

// For partners, by a gateway of its own.
const partners = new IngressGateway("partners", {
  gatewayName: "shop-partners",
  namespace,
  createNamespace: false,
  controlPlane: platform.requireOutput("controlPlane"),
});
new AppGateway("partners", {
  namespace,
  hosts: ["partners.example.com"],
  selector: partners.selector,
  routes: [{ canary, port: 80 }],
});

export const host = canary.host;
