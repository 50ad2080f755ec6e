// Flagger beside our own components: it moves the requests for catalog step by step, and makes and changes the
// Services and routes for them while it does. So nothing here says anything about catalog's routes, its
// Deployment leaves the number of Pods to Flagger, and webapp, which calls it, has a canary of ours.
// Look at: `pulumi config set version v2`, `pulumi up` and `kubectl get canaries -n istioinaction -w`; and
// `pulumi preview --refresh` in the middle of it, which has nothing to change.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { AppGateway, Canary, MeshMode, MeshNamespace } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});

// A change of the Pods is what Flagger releases: v2 shows images.
const isV2 = new pulumi.Config().get("version") === "v2";
const shown = isV2 ? [{ name: "SHOW_IMAGE", value: "true" }] : [];

// What Flagger needs is the Deployment alone; the Services catalog, catalog-primary and catalog-canary are its.
const labels = { app: "catalog" };
const catalog = new k8s.apps.v1.Deployment(
  "catalog",
  {
    metadata: { name: "catalog", namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...labels, version: "v1" } },
        spec: {
          containers: [
            {
              name: "catalog",
              image: "istioinaction/catalog:latest",
              ports: [{ name: "http", containerPort: 3000 }],
              env: [
                {
                  name: "KUBERNETES_NAMESPACE",
                  valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } },
                },
                ...shown,
              ],
            },
          ],
        },
      },
    },
  },
  // Between two releases Flagger keeps it at no Pod, and has its Pods in catalog-primary.
  { ignoreChanges: ["spec.replicas"] },
);
new k8s.apiextensions.CustomResource(
  "catalog-release",
  {
    apiVersion: "flagger.app/v1beta1",
    kind: "Canary",
    metadata: { name: "catalog-release", namespace },
    spec: {
      targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "catalog" },
      progressDeadlineSeconds: 60,
      service: {
        name: "catalog",
        port: 80,
        targetPort: 3000,
        gateways: ["mesh"],
        hosts: ["catalog"],
      },
      analysis: {
        interval: "45s",
        threshold: 5,
        maxWeight: 50,
        stepWeight: 10,
        match: [{ sourceLabels: { app: "webapp" } }],
        metrics: [
          { name: "request-success-rate", thresholdRange: { min: 99 }, interval: "1m" },
          { name: "request-duration", thresholdRange: { max: 500 }, interval: "30s" },
        ],
      },
    },
  },
  { dependsOn: [catalog] },
);

// Another service, whose split is in this program.
const webapp = new k8s.core.v1.Service("webapp", {
  metadata: { name: "webapp", namespace },
  spec: { selector: { app: "webapp" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
const versions = ["v1", "v2"].map((version) => {
  const own = { app: "webapp", version };
  const address = [
    { name: "CATALOG_SERVICE_HOST", value: "catalog.istioinaction" },
    { name: "CATALOG_SERVICE_PORT", value: "80" },
  ];
  return new k8s.apps.v1.Deployment(`webapp-${version}`, {
    metadata: { name: `webapp-${version}`, namespace },
    spec: {
      selector: { matchLabels: own },
      template: {
        metadata: { labels: own },
        spec: {
          containers: [{ name: "webapp", image: "istioinaction/webapp:latest", env: address }],
        },
      },
    },
  });
});
const canary = new Canary(
  "webapp",
  {
    service: "webapp",
    namespace,
    versions: [
      { name: "v1", weight: 80 },
      { name: "v2", weight: 20 },
    ],
  },
  { dependsOn: [webapp, ...versions] },
);
new AppGateway("webapp-gateway", {
  namespace,
  hosts: ["webapp.istioinaction.io"],
  routes: [{ canary, port: 80 }],
});
