// The same mistake in a program without this library, for the policy pack.
import * as k8s from "@pulumi/kubernetes";

const metadata = { name: "cart", namespace: "shop" };

new k8s.core.v1.Service("cart", {
  metadata,
  spec: { selector: { app: "cart" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
new k8s.apiextensions.CustomResource("rule", {
  apiVersion: "networking.istio.io/v1",
  kind: "DestinationRule",
  metadata,
  spec: { host: "cart", subsets: [{ name: "v2", labels: { version: "v2" } }] },
});
new k8s.apiextensions.CustomResource("route", {
  apiVersion: "networking.istio.io/v1",
  kind: "VirtualService",
  metadata,
  spec: {
    hosts: ["cart"],
    http: [{ route: [{ destination: { host: "cart", subset: "v3" } }] }],
  },
});
