// The state in which "Istio in Action", chapter 10, looks for what is wrong: most requests of
// catalog.istioinaction.io go to v2, nobody waits longer than half a second, and the log of webapp's proxy is
// kept. Look at: `istioctl analyze -n istioinaction`, which finds nothing here, and 504 for slow answers.
import * as k8s from "@pulumi/kubernetes";
import { Coolstore, MeshMode, MeshNamespace, MeshTelemetry, networking } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

// v2 as this chapter has it: twice, and without images in its answers.
const labels = { app: "catalog", version: "v2" };
const v2 = new k8s.apps.v1.Deployment(
  "catalog-v2",
  {
    metadata: { name: "catalog-v2", namespace, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: "catalog",
          containers: [
            {
              name: "catalog",
              image: "istioinaction/catalog",
              imagePullPolicy: "IfNotPresent",
              env: [
                {
                  name: "KUBERNETES_NAMESPACE",
                  valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } },
                },
              ],
              ports: [{ name: "http", containerPort: 3000, protocol: "TCP" }],
              securityContext: { privileged: false },
            },
          ],
        },
      },
    },
  },
  { dependsOn: [app] },
);

const hosts = ["catalog.istioinaction.io"];
const host = "catalog.istioinaction.svc.cluster.local";
const gateway = new networking.v1.Gateway("catalog-gateway", {
  metadata: { name: "catalog-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts }],
  },
});
// Without it the gateway answers 503, NC in its log: there is no cluster of that subset.
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
  { dependsOn: [v2] },
);
const part = (subset: string, weight: number) => ({
  destination: { host, subset, port: { number: 80 } },
  weight,
});
new networking.v1.VirtualService(
  "catalog-v1-v2",
  {
    metadata: { name: "catalog-v1-v2", namespace },
    spec: {
      hosts,
      gateways: ["catalog-gateway"],
      http: [{ route: [part("version-v1", 20), part("version-v2", 80)], timeout: "0.5s" }],
    },
  },
  { dependsOn: [gateway, subsets] },
);

// The book patches the proxy for this; there is a kind for it today.
new MeshTelemetry("webapp-access-logging", {
  namespace,
  selector: { app: "webapp" },
  accessLogging: [{ providers: ["envoy"] }],
});
