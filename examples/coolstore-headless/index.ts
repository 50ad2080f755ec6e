// A Service without an address of its own, from "Istio in Action", chapter 9: DNS answers with the Pods of
// httpbin-headless, their proxies insist on mutual TLS, and two accounts called sleep are let in.
// Look at: `curl http://httpbin-headless/headers` from sleep, with `X-Forwarded-Client-Cert`.
import * as k8s from "@pulumi/kubernetes";
import {
  Authorization,
  Client,
  MeshMode,
  MeshNamespace,
  MutualTls,
  TrafficPolicy,
} from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const sleep = new MeshNamespace("sleep", { dataPlaneMode: MeshMode.Sidecar });
const client = { image: "governmentpaas/curl-ssl", tlsSecret: "sleep-secret" };
new Client("sleep", { namespace, ...client });
new Client("other-sleep", { namespace: sleep.name, name: "sleep", ...client });

const labels = { app: "httpbin" };
const account = new k8s.core.v1.ServiceAccount("httpbin", {
  metadata: { name: "httpbin", namespace },
});
const service = new k8s.core.v1.Service("httpbin-headless", {
  metadata: { name: "httpbin-headless", namespace, labels: { ...labels, service: "httpbin" } },
  spec: {
    clusterIP: "None",
    selector: labels,
    ports: [{ name: "http", port: 80, targetPort: 80 }],
  },
});
const deployment = new k8s.apps.v1.Deployment("httpbin", {
  metadata: { name: "httpbin", namespace },
  spec: {
    replicas: 1,
    selector: { matchLabels: { ...labels, version: "v1" } },
    template: {
      metadata: { labels: { ...labels, version: "v1" } },
      spec: {
        serviceAccountName: account.metadata.name,
        containers: [
          {
            name: "httpbin",
            image: "docker.io/kennethreitz/httpbin",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 80 }],
          },
        ],
      },
    },
  },
});
const after = { dependsOn: [service, deployment] };

new MutualTls("istioinaction", { namespace });
// Proxies know that the Pods take mutual TLS; this holds also where that cannot be known.
new TrafficPolicy(
  "httpbin-headless-mtls",
  { service: "httpbin-headless", namespace, tls: { mode: "ISTIO_MUTUAL" } },
  after,
);
new Authorization(
  "httpbin-viewer",
  {
    namespace,
    selector: labels,
    rules: [
      {
        from: [
          {
            principals: [
              "cluster.local/ns/sleep/sa/sleep",
              "cluster.local/ns/istioinaction/sa/sleep",
            ],
          },
        ],
      },
    ],
  },
  after,
);
