import versions from "../../versions.json";

/** Tools for looking at a mesh. */
export const Addon = {
  /** The mesh as a graph. */
  Kiali: "kiali",
  /** Metrics. */
  Prometheus: "prometheus",
  /** Dashboards. */
  Grafana: "grafana",
  /** Traces. */
  Jaeger: "jaeger",
  /** Logs. */
  Loki: "loki",
} as const;
export type Addon = (typeof Addon)[keyof typeof Addon];

/** Where the tools' objects come from. */
export const AddonSource = {
  /** The manifests that belong to each Istio release: for a look, without storage and login. */
  Manifests: "manifests",
  /** The tools' own Helm charts. */
  Charts: "charts",
} as const;
export type AddonSource = (typeof AddonSource)[keyof typeof AddonSource];

/** Where a tool's page is, inside the cluster and by a forwarded port. */
interface AddonPage {
  service: string;
  /** Port of the Service. */
  port: number;
  /** Port on the machine that forwards. */
  local: number;
  /** Path of the page. */
  path: string;
}

interface AddonFacts {
  pages: Record<AddonSource, AddonPage>;
  chart: { repository: string; name: string; version: string };
}

const page = (service: string, port: number, path = ""): AddonPage => ({
  service,
  port,
  local: port,
  path,
});

/** The same in both sources unless the chart calls its Service otherwise. */
const everywhere = (one: AddonPage): Record<AddonSource, AddonPage> => ({
  manifests: one,
  charts: one,
});

/** Versions of the charts are those that Istio renders its own manifests from, if it does. */
export const addonFacts: Record<Addon, AddonFacts> = {
  kiali: {
    pages: everywhere(page("kiali", 20001, "/kiali")),
    chart: {
      repository: "https://kiali.org/helm-charts",
      name: "kiali-server",
      version: versions.charts["kiali-server"],
    },
  },
  prometheus: {
    pages: everywhere(page("prometheus", 9090)),
    chart: {
      repository: "https://prometheus-community.github.io/helm-charts",
      name: "prometheus",
      version: versions.charts.prometheus,
    },
  },
  grafana: {
    pages: everywhere(page("grafana", 3000)),
    chart: {
      repository: "https://grafana.github.io/helm-charts",
      name: "grafana",
      version: versions.charts.grafana,
    },
  },
  jaeger: {
    pages: {
      manifests: { service: "tracing", port: 80, local: 16686, path: "/jaeger" },
      charts: page("jaeger", 16686),
    },
    chart: {
      repository: "https://jaegertracing.github.io/helm-charts",
      name: "jaeger",
      version: versions.charts.jaeger,
    },
  },
  loki: {
    pages: everywhere(page("loki", 3100)),
    chart: {
      repository: "https://grafana.github.io/helm-charts",
      name: "loki",
      version: versions.charts.loki,
    },
  },
};

/** Service that takes spans over OTLP and gRPC. */
export const jaegerCollector: Record<AddonSource, string> = {
  manifests: "jaeger-collector",
  charts: "jaeger",
};
