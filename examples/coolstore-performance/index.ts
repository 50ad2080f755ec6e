// Less for istiod to do, from "Istio in Action", chapter 11: sidecars are told of the services that their
// workloads call and no others, and namespaces that have no part in the mesh are not looked at.
// Look at: `istioctl proxy-config cluster deploy/sleep -n istioinaction`, which is short.
import {
  Client,
  Coolstore,
  MeshMode,
  MeshNamespace,
  networking,
  OutboundTrafficPolicy,
  SidecarScope,
} from "istio-mesh";

// For the control plane: `new ControlPlane("istio", { meshConfig })`.
export const meshConfig = {
  discoverySelectors: [
    { matchExpressions: [{ key: "istio-exclude", operator: "NotIn", values: ["true"] }] },
  ],
};
new MeshNamespace("new-namespace", {
  dataPlaneMode: MeshMode.None,
  labels: { "istio-exclude": "true" },
});

const root = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

// For everybody: the control plane and metrics. Who calls more says so.
const tools = ["istio-system/*", "prometheus/*"];
new SidecarScope("default", {
  namespace: root.name,
  hosts: tools,
  outboundTrafficPolicy: OutboundTrafficPolicy.RegistryOnly,
});
// A namespace in which nobody calls anybody.
const silent = new MeshNamespace("silent", { dataPlaneMode: MeshMode.Sidecar });
new SidecarScope("silent", {
  namespace: silent.name,
  hosts: tools,
  outboundTrafficPolicy: OutboundTrafficPolicy.RegistryOnly,
});
// sleep calls catalog, webapp calls what is in its namespace.
new Client("sleep", {
  namespace,
  image: "governmentpaas/curl-ssl",
  replicas: 10,
  tlsSecret: "sleep-secret",
});
new SidecarScope("sleep-sidecar", {
  namespace,
  selector: { app: "sleep" },
  hosts: ["istio-system/*", "istioinaction/catalog.istioinaction.svc.cluster.local"],
  outboundTrafficPolicy: OutboundTrafficPolicy.RegistryOnly,
});
new SidecarScope("istioinaction", {
  namespace,
  hosts: ["./*", ...tools],
  outboundTrafficPolicy: OutboundTrafficPolicy.RegistryOnly,
});

const hosts = ["catalog.istioinaction.io"];
const gateway = new networking.v1.Gateway("catalog-gateway", {
  metadata: { name: "catalog-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts }],
  },
});
new networking.v1.VirtualService(
  "catalog",
  {
    metadata: { name: "catalog", namespace },
    spec: {
      hosts,
      gateways: ["catalog-gateway"],
      http: [
        {
          route: [
            {
              destination: {
                host: "catalog.istioinaction.svc.cluster.local",
                port: { number: 80 },
              },
            },
          ],
        },
      ],
    },
  },
  { dependsOn: [app, gateway] },
);
