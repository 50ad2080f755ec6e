// forum on a virtual machine, from "Istio in Action", chapter 13: the machine's proxy registers itself by the
// WorkloadGroup forum, reaches istiod through the gateway between networks, and is called by the Service like
// a Pod; webapp has its users from there.
// Look at: `kubectl -n forum-services get workloadentries` once the machine is up.
import * as k8s from "@pulumi/kubernetes";
import {
  Coolstore,
  MeshMode,
  MeshNamespace,
  MutualTls,
  MutualTlsMode,
  networking,
  Preset,
} from "istio-mesh";

// For the control plane of the west: `new ControlPlane("istio", { ...controlPlane })`.
export const controlPlane = {
  preset: Preset.Demo,
  meshId: "usmesh",
  clusterName: "west-cluster",
  network: "west-network",
  meshConfig: { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } } },
  values: {
    istiod: {
      env: {
        PILOT_ENABLE_WORKLOAD_ENTRY_AUTOREGISTRATION: "true",
        PILOT_ENABLE_WORKLOAD_ENTRY_HEALTHCHECKS: "true",
      },
    },
  },
};

const { name: root } = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const { name: namespace } = new MeshNamespace("forum-services", {
  dataPlaneMode: MeshMode.Sidecar,
});
const account = new k8s.core.v1.ServiceAccount("forum-sa", {
  metadata: { name: "forum-sa", namespace },
});

const labels = { app: "forum" };
const group = new networking.v1.WorkloadGroup(
  "forum",
  {
    metadata: { name: "forum", namespace },
    spec: {
      metadata: { annotations: {}, labels },
      template: { serviceAccount: "forum-sa", network: "vm-network" },
      // The proxy asks the machine, and takes it out of the Service while it does not answer.
      probe: {
        periodSeconds: 5,
        initialDelaySeconds: 1,
        httpGet: { port: 8080, path: "/api/healthz" },
      },
    },
  },
  { dependsOn: [account] },
);
const forum = new k8s.core.v1.Service(
  "forum",
  {
    metadata: { name: "forum", namespace, labels },
    spec: {
      selector: labels,
      ports: [{ name: "http", port: 80, protocol: "TCP", targetPort: 8080 }],
    },
  },
  { dependsOn: [group] },
);
const shop = new MeshNamespace("istioinaction", { dataPlaneMode: MeshMode.Sidecar });
new Coolstore(
  "coolstore",
  {
    namespace: shop.name,
    forum: false,
    upstreams: {
      catalog: "catalog.istioinaction.svc.cluster.local",
      forum: "forum.forum-services",
    },
  },
  { dependsOn: [forum] },
);
new MutualTls("default", { namespace: root, mode: MutualTlsMode.Strict });

// The machine is in no network of the cluster: it finds istiod and all Services behind the gateway
// istio-eastwestgateway, which an EastWestGateway is.
const selector = { istio: "eastwestgateway" };
new networking.v1.Gateway("cross-network-gateway", {
  metadata: { name: "cross-network-gateway", namespace: root },
  spec: {
    selector,
    servers: [
      {
        port: { number: 15443, name: "tls", protocol: "TLS" },
        tls: { mode: "AUTO_PASSTHROUGH" },
        hosts: ["*.local"],
      },
    ],
  },
});
const istiod = new networking.v1.Gateway("istiod-gateway", {
  metadata: { name: "istiod-gateway", namespace: root },
  spec: {
    selector,
    servers: [
      { port: { name: "tls-istiod", number: 15012, protocol: "TLS" } },
      { port: { name: "tls-istiodwebhook", number: 15017, protocol: "TLS" } },
    ].map((server) => ({ ...server, tls: { mode: "PASSTHROUGH" as const }, hosts: ["*"] })),
  },
});
const toIstiod = (port: number, number: number) => ({
  match: [{ port, sniHosts: ["*"] }],
  route: [{ destination: { host: "istiod.istio-system.svc.cluster.local", port: { number } } }],
});
new networking.v1.VirtualService(
  "istiod-vs",
  {
    metadata: { name: "istiod-vs", namespace: root },
    spec: {
      hosts: ["*"],
      gateways: ["istiod-gateway"],
      tls: [toIstiod(15012, 15012), toIstiod(15017, 443)],
    },
  },
  { dependsOn: [istiod] },
);
