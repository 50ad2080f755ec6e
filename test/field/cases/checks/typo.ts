// A route to a version that no rule has; step 2 has it.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { MeshNamespace, networking } from "istio-mesh";

const step = new pulumi.Config().getNumber("step") ?? 1;
const { name: namespace } = new MeshNamespace("shop", { dataPlaneMode: "sidecar" });

new k8s.core.v1.Service("cart", {
  metadata: { name: "cart", namespace },
  spec: { selector: { app: "cart" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
new networking.v1.DestinationRule("cart", {
  metadata: { name: "cart", namespace },
  spec: { host: "cart", subsets: [{ name: "v2", labels: { version: "v2" } }] },
});
new networking.v1.VirtualService("cart", {
  metadata: { name: "cart", namespace },
  spec: {
    hosts: ["cart"],
    http: [{ route: [{ destination: { host: "cart", subset: step === 1 ? "v3" : "v2" } }] }],
  },
});
