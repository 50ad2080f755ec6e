import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type { AddonSource } from "./addon";

/** Another version, place or values of one tool's chart. */
export interface AddonChart {
  /** Address of the chart's HTTP repository. @default - the tool's own */
  repository?: string;
  /**
   * Name of the chart in the repository; or a folder, an archive or an `oci://` address, which needs
   * no repository.
   * @default - the tool's own
   */
  chart?: string;
  /** Version of the chart. @default - the one that Istio 1.31.1 renders its manifests from */
  version?: string;
  /** Values, merged over those that join the tools and keep them small. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
  values?: pulumi.Input<{ [key: string]: any }>;
}

/** Charts of the tools that are switched on. */
export interface AddonCharts {
  /** Chart of Kiali. @default - chart `kiali-server` */
  kiali?: AddonChart;
  /** Chart of Prometheus. @default - chart `prometheus`, the server only */
  prometheus?: AddonChart;
  /** Chart of Grafana. It brings no dashboards for Istio. @default - chart `grafana` */
  grafana?: AddonChart;
  /** Chart of Jaeger. @default - chart `jaeger`, traces in memory */
  jaeger?: AddonChart;
  /** Chart of Loki. @default - chart `loki`, one binary with its own disk */
  loki?: AddonChart;
}

/** Addresses of tools that run already, for Kiali to ask. */
export interface ExistingAddons {
  /** Prometheus that scrapes the mesh, e.g. `http://prometheus.monitoring:9090`. @default - none */
  prometheus?: pulumi.Input<string>;
  /** Grafana, e.g. `http://grafana.monitoring:3000`. @default - none */
  grafana?: pulumi.Input<string>;
  /** Jaeger's query API over gRPC, e.g. `http://tracing.monitoring:16685/jaeger`. @default - none */
  jaeger?: pulumi.Input<string>;
}

/** Which tools that look at the mesh are installed, and from what. */
export interface AddonsArgs extends CommonArgs {
  /**
   * Namespace of the tools, which has to exist. The manifests are written for `istio-system`; they
   * are moved when it is another.
   * @default "istio-system"
   */
  namespace?: pulumi.Input<string>;
  /** Whether Kiali is installed: the mesh as a graph, and what is wrong with its objects. @default true */
  kiali?: boolean;
  /** Whether Prometheus is installed: metrics. @default - `true`, unless there is an existing one */
  prometheus?: boolean;
  /** Whether Grafana is installed: dashboards. @default - `true`, unless there is an existing one */
  grafana?: boolean;
  /** Whether Jaeger is installed: traces. @default - `true`, unless there is an existing one */
  jaeger?: boolean;
  /** Whether Loki is installed: logs for Grafana. @default false */
  loki?: boolean;
  /**
   * Where the objects come from: `"manifests"` or `"charts"`.
   * @default "manifests"
   * @see https://istio.io/latest/docs/ops/integrations/
   */
  source?: AddonSource;
  /**
   * Istio release whose manifests are taken, with its three numbers.
   * @default "1.31.4"
   */
  version?: string;
  /**
   * Source `manifests` only: folder, or address without the file's name, that holds `kiali.yaml` and
   * so on.
   * @default - `samples/addons` of the release on GitHub
   */
  manifests?: string;
  /**
   * Source `charts` only: what is different about the charts.
   * @default - the tools' repositories and pinned versions
   */
  charts?: AddonCharts;
  /**
   * Tools that are there already.
   * @default - none
   */
  existing?: ExistingAddons;
  /**
   * Namespace of the control plane, or the mesh's root namespace where that is another one, for Kiali.
   * @default - as the `ControlPlane` declared before says, otherwise "istio-system"
   */
  istioNamespace?: pulumi.Input<string>;
  /**
   * DNS domain of the cluster.
   * @default - that of the program's control plane, or `cluster.local`
   */
  clusterDomain?: string;
}
