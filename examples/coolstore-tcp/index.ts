// Bytes through the gateway of "Istio in Action", chapter 4: what comes in at port 31400 goes to an echo
// service. The gateway's Service needs that port beside the usual ones, as `GatewayPorts.TCP`.
// Look at: `telnet <gateway> 31400`, which says what it hears.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, networking } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});

const labels = { app: "tcp-echo", system: "example" };
const field = (name: string, fieldPath: string) => ({
  name,
  valueFrom: { fieldRef: { fieldPath } },
});
const deployment = new k8s.apps.v1.Deployment("tcp-echo-deployment", {
  metadata: { name: "tcp-echo-deployment", namespace, labels },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: "tcp-echo" } },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            name: "tcp-echo-container",
            image: "cjimti/go-echo:latest",
            imagePullPolicy: "IfNotPresent",
            env: [
              { name: "TCP_PORT", value: "2701" },
              field("NODE_NAME", "spec.nodeName"),
              field("POD_NAME", "metadata.name"),
              field("POD_NAMESPACE", "metadata.namespace"),
              field("POD_IP", "status.podIP"),
              field("SERVICE_ACCOUNT", "spec.serviceAccountName"),
            ],
            ports: [{ name: "tcp-echo-port", containerPort: 2701 }],
          },
        ],
      },
    },
  },
});
const service = new k8s.core.v1.Service("tcp-echo-service", {
  metadata: { name: "tcp-echo-service", namespace, labels },
  spec: {
    selector: { app: "tcp-echo" },
    // The book leaves the port without a name; with this one Istio need not guess what is spoken.
    ports: [{ name: "tcp", protocol: "TCP", port: 2701, targetPort: 2701 }],
  },
});

const gateway = new networking.v1.Gateway("echo-tcp-gateway", {
  metadata: { name: "echo-tcp-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 31400, name: "tcp-echo", protocol: "TCP" }, hosts: ["*"] }],
  },
});
new networking.v1.VirtualService(
  "tcp-echo-vs-from-gw",
  {
    metadata: { name: "tcp-echo-vs-from-gw", namespace },
    spec: {
      hosts: ["*"],
      gateways: ["echo-tcp-gateway"],
      tcp: [
        {
          match: [{ port: 31400 }],
          route: [
            {
              destination: {
                host: "tcp-echo-service.istioinaction.svc.cluster.local",
                port: { number: 2701 },
              },
            },
          ],
        },
      ],
    },
  },
  { dependsOn: [gateway, deployment, service] },
);
