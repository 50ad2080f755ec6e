// A WebSocket through the gateway and the sidecar, which need nothing said for it: tornado of Istio's
// samples, a page that gets its numbers pushed.
// Look at: the page in a browser, whose table changes without a reload.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, networking } from "istio-mesh";

const { name: namespace } = new MeshNamespace("websockets", { dataPlaneMode: MeshMode.Sidecar });
const labels = { app: "tornado", version: "v1" };

const service = new k8s.core.v1.Service("tornado", {
  metadata: { name: "tornado", namespace, labels: { app: "tornado", service: "tornado" } },
  spec: { ports: [{ port: 8888, name: "http" }], selector: { app: "tornado" } },
});
new k8s.apps.v1.Deployment("tornado", {
  metadata: { name: "tornado", namespace },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            name: "tornado",
            image: "docker.io/hiroakis/tornado-websocket-example",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8888 }],
          },
        ],
      },
    },
  },
});

const entry = new networking.v1.Gateway("tornado-gateway", {
  metadata: { name: "tornado-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
  },
});
new networking.v1.VirtualService(
  "tornado",
  {
    metadata: { name: "tornado", namespace },
    spec: {
      hosts: ["*"],
      gateways: ["tornado-gateway"],
      http: [
        {
          match: [{ uri: { prefix: "/" } }],
          route: [{ destination: { host: "tornado.websockets.svc.cluster.local" }, weight: 100 }],
        },
      ],
    },
  },
  { dependsOn: [service, entry] },
);
