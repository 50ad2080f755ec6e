import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { chartName } from "../values/chart-name";
import {
  dataplaneModeLabel,
  networkLabel,
  podInjectionLabel,
  revisionLabel,
  templatesAnnotation,
  usualIstioNamespace,
} from "../values/known-names";
import type { AskedChart } from "./recording";
import { isMap, revealed } from "./secrets";

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (isMap(value) ? value : {});

const isList = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0;

/** What the chart opens where its values name no ports. */
const gatewayPorts = [
  { name: "status-port", port: 15021, targetPort: 15021, protocol: "TCP" },
  { name: "http2", port: 80, targetPort: 80, protocol: "TCP" },
  { name: "https", port: 443, targetPort: 443, protocol: "TCP" },
];

const networkPorts = {
  "status-port": 15021,
  tls: 15443,
  "tls-istiod": 15012,
  "tls-webhook": 15017,
};

/** Ports of a gateway between networks. */
const portsBetween = (own: Fields): Fields[] =>
  Object.entries(networkPorts).map(([name, usual]) => {
    const { port = usual, targetPort = usual, protocol = "TCP" } = fields(own[name]);
    return { name, port, targetPort, protocol };
  });

/** Ports of the Service. */
const portsOf = ({ networkGateway, networkGatewayPorts, service }: Fields): readonly Fields[] => {
  const { ports } = fields(service);
  return networkGateway
    ? portsBetween(fields(networkGatewayPorts))
    : isList(ports)
      ? ports
      : gatewayPorts;
};

const withoutIstio = (name: string): string =>
  name.startsWith("istio-") ? name.slice("istio-".length) : name;

function gatewayLabels(name: string, values: Fields): Record<string, unknown> {
  const labels: Fields = { [dataplaneModeLabel]: "none", ...fields(values.labels) };
  const network = values.networkGateway;
  return {
    ...labels,
    ...(network ? { [networkLabel]: network } : {}),
    app: labels.app || name,
    istio: labels.istio || withoutIstio(name),
  };
}

function gatewayService(name: string, namespace: string, values: Fields): KubernetesObject[] {
  const { type, selectorLabels } = fields(values.service);
  if (type === "None") {
    return [];
  }
  const labels = gatewayLabels(name, values);
  const { app, istio } = labels;
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: {
        name,
        namespace,
        labels,
      },
      spec: {
        type: type ?? "LoadBalancer",
        ports: portsOf(values),
        selector: { app, istio, ...fields(selectorLabels) },
      },
    },
  ];
}

/** Service and Pods of the chart `gateway`, as far as requests hang on them. */
function gatewayObjects(release: AskedChart, namespace: string): KubernetesObject[] {
  const values = fields(release.values);
  const name = typeof values.name === "string" && values.name ? values.name : release.name;
  const labels = gatewayLabels(name, values);
  const { app, istio } = labels;
  const account = fields(values.serviceAccount);
  const revision = values.revision;
  return [
    ...gatewayService(name, namespace, values),
    {
      apiVersion: "apps/v1",
      kind: typeof values.kind === "string" && values.kind ? values.kind : "Deployment",
      metadata: { name, namespace, labels },
      spec: {
        selector: { matchLabels: { app, istio } },
        template: {
          metadata: {
            annotations: {
              [templatesAnnotation]: "gateway",
              [podInjectionLabel]: "true",
              ...fields(values.podAnnotations),
            },
            labels: {
              [podInjectionLabel]: "true",
              ...(revision ? { [revisionLabel]: revision } : {}),
              ...labels,
            },
          },
          spec: {
            serviceAccountName: account.name || (account.create === false ? "default" : name),
            containers: [{ name: "istio-proxy", image: "auto" }],
          },
        },
      },
    },
  ];
}

/** Mesh config as the chart completes it: its profile for ambient mode has sidecars and gateways speak HBONE. */
function meshConfigOf({ profile, meshConfig, global }: Fields): Fields {
  const given = fields(meshConfig);
  if ((profile || fields(global).profile) !== "ambient") {
    return given;
  }
  const defaultConfig = fields(given.defaultConfig);
  const proxyMetadata = {
    ISTIO_META_ENABLE_HBONE: "true",
    ...fields(defaultConfig.proxyMetadata),
  };
  return { ...given, defaultConfig: { ...defaultConfig, proxyMetadata } };
}

/** The ConfigMap of the chart `istiod`: mesh config and its root namespace. */
function istiodObjects({ values }: AskedChart, namespace: string): KubernetesObject[] {
  const { revision, global } = fields(values);
  const root = fields(global).istioNamespace ?? usualIstioNamespace;
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: revision ? `istio-${revision}` : "istio", namespace },
      data: { mesh: JSON.stringify({ rootNamespace: root, ...meshConfigOf(fields(values)) }) },
    },
  ];
}

const standIns: Readonly<
  Record<string, (release: AskedChart, namespace: string) => KubernetesObject[]>
> = { gateway: gatewayObjects, istiod: istiodObjects };

/** Charts of Istio's without anything that decides what becomes of requests. */
const silent = ["base", "cni", "ztunnel"];

/**
 * What stands for a chart of Istio's, which mocks do not render: of what it brings, that on which requests hang.
 * Undefined for the chart of somebody else.
 */
export function standInFor(release: AskedChart): KubernetesObject[] | undefined {
  const chart = chartName(release.chart);
  const namespace = release.namespace ?? "default";
  const values = revealed(release.values);
  return silent.includes(chart) ? [] : standIns[chart]?.({ ...release, values }, namespace);
}
