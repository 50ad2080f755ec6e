import { podInjectionLabel } from "../../values/known-names";
import type { ChartValues } from "../control-plane/chart-values";
import type { Addon } from "./addon";
import { type Installation, kialiServices } from "./addon-wiring";

/** The tools are looked at from outside the mesh, and Prometheus scrapes its proxies in plain text. */
const outsideTheMesh = { [podInjectionLabel]: "false" };

const off = { enabled: false };

const prometheus: ChartValues = {
  alertmanager: off,
  "prometheus-pushgateway": off,
  "kube-state-metrics": off,
  "prometheus-node-exporter": off,
  server: {
    fullnameOverride: "prometheus",
    podLabels: outsideTheMesh,
    persistentVolume: off,
    service: { servicePort: 9090 },
    global: { scrape_interval: "15s" },
  },
};

const dataSource = (type: string, name: string, port: number) => ({
  name,
  type,
  access: "proxy",
  url: `http://${type}:${port}`,
  isDefault: type === "prometheus",
});

const grafana = ({ addons }: Installation): ChartValues => ({
  podLabels: outsideTheMesh,
  rbac: { create: false },
  testFramework: off,
  service: { port: 3000 },
  datasources: {
    "datasources.yaml": {
      apiVersion: 1,
      datasources: [
        ...(addons.includes("prometheus") ? [dataSource("prometheus", "Prometheus", 9090)] : []),
        ...(addons.includes("loki") ? [dataSource("loki", "Loki", 3100)] : []),
      ],
    },
  },
});

const loki: ChartValues = {
  deploymentMode: "SingleBinary",
  singleBinary: { replicas: 1 },
  read: { replicas: 0 },
  write: { replicas: 0 },
  backend: { replicas: 0 },
  gateway: off,
  test: off,
  lokiCanary: off,
  resultsCache: off,
  chunksCache: off,
  loki: {
    auth_enabled: false,
    useTestSchema: true,
    commonConfig: { replication_factor: 1 },
    storage: { type: "filesystem" },
  },
};

const kiali = (installation: Installation): ChartValues => ({
  auth: { strategy: "anonymous" },
  deployment: { pod_labels: outsideTheMesh, ingress_enabled: false },
  external_services: kialiServices(installation),
});

const defaults: Record<Addon, (installation: Installation) => ChartValues> = {
  kiali,
  prometheus: () => prometheus,
  grafana,
  jaeger: () => ({}),
  loki: () => loki,
};

/** Values that join a tool to the others and keep it as small as the manifests are. */
export const addonValues = (addon: Addon, installation: Installation): ChartValues =>
  defaults[addon](installation);
