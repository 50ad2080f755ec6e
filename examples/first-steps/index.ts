// The first hour with sidecars, as walk-throughs begin it: Istio with the settings of the profile demo, a
// gateway for what comes in and one for what goes out, and a namespace whose Pods get a sidecar.
// Look at: `kubectl get pods -n ucontas-app`, whose Pods have two containers, and `istioctl proxy-status`.
// `pulumi destroy` takes all of it away again, with Istio's definitions and every object of theirs.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type ChartSource,
  ControlPlane,
  EgressGateway,
  GatewayPorts,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  Preset,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

// Every request is logged and traced, and everything asks for little.
const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  preset: Preset.Demo,
  charts,
});

// With the ports that istioctl gives its own: 15021, 80, 443, and those for TCP and TLS.
const ingress = new IngressGateway("ingress", {
  controlPlane: istio,
  namespace: istio.namespace,
  createNamespace: false,
  extraPorts: [GatewayPorts.TCP, GatewayPorts.TLS],
});
new EgressGateway("egress", {
  controlPlane: istio,
  namespace: istio.namespace,
  createNamespace: false,
});

// The label istio-injection: enabled. Pods that were there before get their sidecar when they are created
// anew, which `restart` of the namespace does for Deployments.
const { name: namespace } = new MeshNamespace(
  "ucontas-app",
  { dataPlaneMode: MeshMode.Sidecar },
  { dependsOn: [istio] },
);
const labels = { app: "nginx" };
const service = new k8s.core.v1.Service("nginx", {
  metadata: { name: "nginx", namespace },
  spec: { selector: labels, ports: [{ name: "http", port: 80 }] },
});
new k8s.apps.v1.Deployment("nginx", {
  metadata: { name: "nginx", namespace },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels: { ...labels, version: "v1" } },
      spec: {
        containers: [{ name: "nginx", image: "nginx", ports: [{ containerPort: 80 }] }],
      },
    },
  },
});
// One Pod of a namespace that is not in the mesh, by a label of its own: such a namespace may have no label for
// or against sidecars.
new k8s.core.v1.Pod(
  "test",
  {
    metadata: {
      name: "test",
      namespace: "default",
      labels: { run: "test", "sidecar.istio.io/inject": "true" },
    },
    spec: { containers: [{ name: "test", image: "nginx" }] },
  },
  { dependsOn: [istio] },
);
new AppGateway(
  "nginx-gateway",
  { namespace, selector: ingress.selector, routes: [{ service: "nginx", port: 80 }] },
  { dependsOn: [service] },
);

export const version = istio.version;
export const address = ingress.address;
