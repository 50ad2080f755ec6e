// A service that decides on every request to webapp, from "Istio in Action", chapter 9: the proxy asks
// ext-authz, which lets pass what has the header `x-ext-authz: allow`.
// Look at: 403 of ext-authz without the header.
import * as k8s from "@pulumi/kubernetes";
import {
  Authorization,
  AuthorizationAction,
  Coolstore,
  extensionProviders,
  MeshMode,
  MeshNamespace,
} from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

const labels = { app: "ext-authz" };
const service = new k8s.core.v1.Service("ext-authz", {
  metadata: { name: "ext-authz", namespace, labels },
  spec: {
    selector: labels,
    ports: [
      { name: "http", port: 8000, targetPort: 8000 },
      { name: "grpc", port: 9000, targetPort: 9000 },
    ],
  },
});
const deployment = new k8s.apps.v1.Deployment("ext-authz", {
  metadata: { name: "ext-authz", namespace },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            name: "ext-authz",
            image: "registry.istio.io/testing/ext-authz:latest",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8000 }, { containerPort: 9000 }],
          },
        ],
      },
    },
  },
});

// Give these to the control plane: `new ControlPlane("istio", { meshConfig: { extensionProviders: providers } })`.
export const providers = [
  extensionProviders.httpAuthorizer({
    name: "sample-ext-authz-http",
    service: "ext-authz.istioinaction.svc.cluster.local",
    port: 8000,
    includeRequestHeadersInCheck: ["x-ext-authz"],
  }),
];

new Authorization(
  "ext-authz",
  {
    namespace,
    selector: { app: "webapp" },
    action: AuthorizationAction.Custom,
    provider: "sample-ext-authz-http",
    knownProviders: ["sample-ext-authz-http"],
    rules: [{ to: [{ paths: ["/*"] }] }],
  },
  { dependsOn: [app, service, deployment] },
);
