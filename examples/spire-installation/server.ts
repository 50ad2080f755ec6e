import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { group } from "./definitions";
import { hcl, may, mayEverywhere, mayHere, plugin, type Spire, volumes } from "./spire";

const name = "spire-server";
const labels = { app: name };
const data = "/run/spire/server/data";
const federationPort = 8443;
const healthPort = 8080;
const webhook = { service: "spire-controller-manager-webhook-service", port: 9443 };
const controllerConfig = "spire-controller-manager-config";
const socket = "spire-server-socket";

/** Who may do what: the server knows agents by the tokens of their Pods, the controller registers Pods. */
function permissions(spire: Spire) {
  const all = "get list watch create update patch delete";
  return [
    mayEverywhere(
      spire,
      name,
      "spire-server-cluster-role",
      may("get create", "authentication.k8s.io", "tokenreviews"),
      may("get", "", "nodes"),
    ),
    mayHere(spire, name, "spire-server-role", may("get", "", "pods"), {
      ...may("get patch", "", "configmaps"),
      resourceNames: [volumes.bundle],
    }),
    mayEverywhere(
      spire,
      name,
      "manager-role",
      may("get list watch", "", "namespaces"),
      may(
        "get list patch watch",
        "admissionregistration.k8s.io",
        "validatingwebhookconfigurations",
      ),
      may("get list watch", "", "nodes"),
      may("get list watch", "", "pods"),
      ...["clusterfederatedtrustdomains", "clusterspiffeids"].flatMap((kind) => [
        may(all, group, kind),
        may("update", group, `${kind}/finalizers`),
        may("get patch update", group, `${kind}/status`),
      ]),
    ),
    mayHere(
      spire,
      name,
      "leader-election-role",
      may(all, "", "configmaps"),
      may(all, "coordination.k8s.io", "leases"),
      may("create patch", "", "events"),
    ),
  ];
}

const serverSettings = ({ trustDomain, cluster }: Spire) => ({
  server: {
    bind_address: "0.0.0.0",
    bind_port: "8081",
    trust_domain: trustDomain,
    data_dir: data,
    log_level: "DEBUG",
    federation: { bundle_endpoint: { address: "0.0.0.0", port: federationPort } },
  },
  plugins: {
    ...plugin("DataStore", "sql", {
      database_type: "sqlite3",
      connection_string: `${data}/datastore.sqlite3`,
    }),
    ...plugin("NodeAttestor", "k8s_psat", {
      clusters: { [`"${cluster}"`]: { service_account_allow_list: ["spire:spire-agent"] } },
    }),
    ...plugin("KeyManager", "disk", { keys_path: `${data}/keys.json` }),
    ...plugin("Notifier", "k8sbundle", { namespace: "spire" }),
  },
  health_checks: {
    listener_enabled: true,
    bind_address: "0.0.0.0",
    bind_port: `${healthPort}`,
    live_path: "/live",
    ready_path: "/ready",
  },
});

const controllerSettings = ({ trustDomain, cluster }: Spire) => ({
  apiVersion: `${group}/v1alpha1`,
  kind: "ControllerManagerConfig",
  metrics: { bindAddress: "127.0.0.1:8082" },
  healthProbe: { bindAddress: "127.0.0.1:8083" },
  leaderElection: {
    leaderElect: true,
    resourceName: "98c9c988.spiffe.io",
    resourceNamespace: "spire",
  },
  clusterName: cluster,
  trustDomain,
  ignoreNamespaces: ["kube-system", "kube-public", "spire", "local-path-storage"],
});

const configMap = (
  { namespace }: Spire,
  called: string,
  file: string,
  text: string,
  opts?: pulumi.ResourceOptions,
) =>
  new k8s.core.v1.ConfigMap(
    called,
    { metadata: { name: called, namespace }, data: { [file]: text } },
    opts,
  );

const service = (
  { namespace }: Spire,
  called: string,
  type: "ClusterIP" | "NodePort",
  port: k8s.types.input.core.v1.ServicePort,
) =>
  new k8s.core.v1.Service(called, {
    metadata: { name: called, namespace },
    spec: { type, ports: [{ protocol: "TCP", ...port }], selector: labels },
  });

const serverContainer: k8s.types.input.core.v1.Container = {
  name,
  image: "ghcr.io/spiffe/spire-server:1.5.4",
  imagePullPolicy: "IfNotPresent",
  args: ["-config", "/run/spire/server/config/server.conf"],
  livenessProbe: {
    httpGet: { path: "/live", port: healthPort },
    failureThreshold: 2,
    initialDelaySeconds: 15,
    periodSeconds: 60,
    timeoutSeconds: 3,
  },
  readinessProbe: {
    httpGet: { path: "/ready", port: healthPort },
    initialDelaySeconds: 5,
    periodSeconds: 5,
  },
  ports: [{ containerPort: 8081 }, { containerPort: federationPort }],
  volumeMounts: [
    { name: volumes.config, mountPath: "/run/spire/server/config", readOnly: true },
    { name: socket, mountPath: "/tmp/spire-server/private", readOnly: false },
  ],
};

const controllerFile = `${controllerConfig}.yaml`;

const controllerContainer: k8s.types.input.core.v1.Container = {
  name: "spire-controller-manager",
  image: "ghcr.io/spiffe/spire-controller-manager:0.2.3",
  imagePullPolicy: "IfNotPresent",
  args: [`--config=${controllerFile}`],
  ports: [{ containerPort: webhook.port }],
  volumeMounts: [
    { name: socket, mountPath: "/spire-server", readOnly: true },
    { name: controllerConfig, mountPath: `/${controllerFile}`, subPath: controllerFile },
  ],
};

/** The controller refuses what SPIRE could not do; it writes its certificate into the object itself. */
function validation({ namespace }: Spire, after: pulumi.Resource[]) {
  const kind = (singular: string) => ({
    name: `v${singular}.kb.io`,
    admissionReviewVersions: ["v1"],
    clientConfig: {
      service: {
        name: webhook.service,
        namespace,
        path: `/validate-spire-spiffe-io-v1alpha1-${singular}`,
      },
    },
    failurePolicy: "Fail",
    rules: [
      {
        apiGroups: [group],
        apiVersions: ["v1alpha1"],
        operations: ["CREATE", "UPDATE"],
        resources: [`${singular}s`],
      },
    ],
    sideEffects: "None",
  });
  new k8s.admissionregistration.v1.ValidatingWebhookConfiguration(
    "spire-controller-manager-webhook",
    {
      metadata: { name: "spire-controller-manager-webhook" },
      webhooks: [kind("clusterfederatedtrustdomain"), kind("clusterspiffeid")],
    },
    { dependsOn: after },
  );
}

/** SPIRE's server, and the controller beside it. */
export function server(spire: Spire, definitions: pulumi.Resource[]): pulumi.Resource {
  const { namespace } = spire;
  new k8s.core.v1.ServiceAccount(name, { metadata: { name, namespace } });
  const needed = [
    ...permissions(spire),
    // The server writes its certificates here, by which agents know it.
    new k8s.core.v1.ConfigMap(
      volumes.bundle,
      { metadata: { name: volumes.bundle, namespace } },
      { ignoreChanges: ["data"] },
    ),
    configMap(spire, name, "server.conf", hcl(serverSettings(spire))),
    configMap(spire, controllerConfig, controllerFile, JSON.stringify(controllerSettings(spire))),
  ];
  service(spire, name, "NodePort", { name: "grpc", port: 8081, targetPort: 8081 });
  service(spire, "spire-server-bundle-endpoint", "NodePort", {
    name: "tcp-api",
    port: federationPort,
  });
  service(spire, webhook.service, "ClusterIP", {
    name: "tcp",
    port: 443,
    targetPort: webhook.port,
  });
  const running = new k8s.apps.v1.Deployment(
    name,
    {
      metadata: { name, namespace, labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: name,
            shareProcessNamespace: true,
            containers: [serverContainer, controllerContainer],
            volumes: [
              { name: volumes.config, configMap: { name } },
              { name: socket, emptyDir: {} },
              { name: controllerConfig, configMap: { name: controllerConfig } },
            ],
          },
        },
      },
    },
    { dependsOn: [...definitions, ...needed] },
  );
  validation(spire, [running]);
  return running;
}
