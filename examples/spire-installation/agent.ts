import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { hcl, may, mayEverywhere, plugin, type Spire, volumes } from "./spire";

const name = "spire-agent";
const labels = { app: name };
const driver = "csi.spiffe.io";
/** The agent's socket is in this folder, which the driver brings into Pods. */
const socketFolder = "/run/secrets/workload-spiffe-uds";

const settings = ({ trustDomain, cluster }: Spire) => ({
  agent: {
    data_dir: "/run/spire",
    log_level: "DEBUG",
    server_address: "spire-server",
    server_port: "8081",
    socket_path: `${socketFolder}/socket`,
    trust_bundle_path: "/run/spire/bundle/bundle.crt",
    trust_domain: trustDomain,
  },
  plugins: {
    ...plugin("NodeAttestor", "k8s_psat", { cluster }),
    ...plugin("KeyManager", "memory"),
    // Some clusters' kubelets have certificates of their own. A mesh with `holdApplicationUntilProxyStarts` needs
    // `disable_container_selectors` beside it: proxies ask before their Pod is known by its containers.
    ...plugin("WorkloadAttestor", "k8s", { skip_kubelet_verification: true }),
    ...plugin("WorkloadAttestor", "unix"),
  },
});

/** Places that the containers share with each other and with the node. */
const places = {
  token: "spire-token",
  agentSocket: "spire-agent-socket-dir",
  driverSocket: "spiffe-csi-socket-dir",
  pods: "mountpoint-dir",
  registration: "kubelet-plugin-registration-dir",
} as const;

const onNode = (volume: string, path: string, type: "Directory" | "DirectoryOrCreate") => ({
  name: volume,
  hostPath: { path, type },
});

const containers: k8s.types.input.core.v1.Container[] = [
  {
    name,
    image: "ghcr.io/spiffe/spire-agent:1.5.4",
    imagePullPolicy: "IfNotPresent",
    args: ["-config", "/run/spire/config/agent.conf"],
    volumeMounts: [
      { name: volumes.config, mountPath: "/run/spire/config", readOnly: true },
      { name: volumes.bundle, mountPath: "/run/spire/bundle", readOnly: true },
      { name: places.agentSocket, mountPath: socketFolder },
      { name: places.token, mountPath: "/var/run/secrets/tokens" },
    ],
  },
  // Mounts the folder of the agent's socket into Pods that ask for a volume of this driver.
  {
    name: "spiffe-csi-driver",
    image: "ghcr.io/spiffe/spiffe-csi-driver:0.2.0",
    imagePullPolicy: "IfNotPresent",
    args: [
      ...["-workload-api-socket-dir", "/spire-agent-socket"],
      ...["-csi-socket-path", "/spiffe-csi/csi.sock"],
    ],
    env: [{ name: "MY_NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } }],
    volumeMounts: [
      { name: places.agentSocket, mountPath: "/spire-agent-socket", readOnly: true },
      { name: places.driverSocket, mountPath: "/spiffe-csi" },
      { name: places.pods, mountPath: "/var/lib/kubelet/pods", mountPropagation: "Bidirectional" },
    ],
    securityContext: { privileged: true },
  },
  // Tells the kubelet of the driver.
  {
    name: "node-driver-registrar",
    image: "registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.4.0",
    imagePullPolicy: "IfNotPresent",
    args: [
      ...["-csi-address", "/spiffe-csi/csi.sock"],
      ...["-kubelet-registration-path", `/var/lib/kubelet/plugins/${driver}/csi.sock`],
    ],
    volumeMounts: [
      { name: places.driverSocket, mountPath: "/spiffe-csi" },
      { name: places.registration, mountPath: "/registration" },
    ],
  },
];

/** An agent on every node, and the driver for the volumes of Pods. */
export function agent(spire: Spire, server: pulumi.Resource): void {
  const { namespace } = spire;
  // Volumes live and die with their Pod, whose name the driver is told.
  new k8s.storage.v1.CSIDriver(driver, {
    metadata: { name: driver },
    spec: {
      attachRequired: false,
      podInfoOnMount: true,
      fsGroupPolicy: "None",
      volumeLifecycleModes: ["Ephemeral"],
    },
  });
  new k8s.core.v1.ServiceAccount(name, { metadata: { name, namespace } });
  const config = new k8s.core.v1.ConfigMap(name, {
    metadata: { name, namespace },
    data: { "agent.conf": hcl(settings(spire)) },
  });
  const allowed = mayEverywhere(
    spire,
    name,
    "spire-agent-cluster-role",
    may("get", "", "pods nodes nodes/proxy"),
  );
  new k8s.apps.v1.DaemonSet(
    name,
    {
      metadata: { name, namespace, labels },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            hostPID: true,
            hostNetwork: true,
            dnsPolicy: "ClusterFirstWithHostNet",
            serviceAccountName: name,
            containers,
            volumes: [
              { name: volumes.config, configMap: { name } },
              { name: volumes.bundle, configMap: { name: volumes.bundle } },
              {
                name: places.token,
                projected: {
                  sources: [
                    {
                      serviceAccountToken: {
                        path: name,
                        expirationSeconds: 7200,
                        audience: "spire-server",
                      },
                    },
                  ],
                },
              },
              { name: places.agentSocket, emptyDir: {} },
              onNode(
                places.driverSocket,
                `/var/lib/kubelet/plugins/${driver}`,
                "DirectoryOrCreate",
              ),
              onNode(places.pods, "/var/lib/kubelet/pods", "Directory"),
              onNode(places.registration, "/var/lib/kubelet/plugins_registry", "Directory"),
            ],
          },
        },
      },
    },
    { dependsOn: [server, config, allowed] },
  );
}
