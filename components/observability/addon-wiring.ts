import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../arguments/when-known";
import { serviceHost } from "../routing/service-host";
import { Addon, type AddonSource, addonFacts } from "./addon";
import type { ExistingAddons } from "./addons-args";

/** What is installed where, after all defaults. */
export interface Installation {
  source: AddonSource;
  /** Tools that are installed. */
  addons: Addon[];
  namespace: pulumi.Input<string>;
  istioNamespace: pulumi.Input<string>;
  clusterDomain?: string;
  existing: ExistingAddons;
}

/** Address of a tool's page inside the cluster. */
export function addonUrl(
  { source, namespace, clusterDomain }: Installation,
  addon: Addon,
): pulumi.Input<string> {
  const { service, port, path } = addonFacts[addon].pages[source];
  return whenKnown(
    [serviceHost(service, namespace, clusterDomain)],
    (host: string) => `http://${host}:${port}${path}`,
  );
}

/** The query API, which Kiali asks over gRPC; the page is at another port. */
const tracingApi = (installation: Installation): pulumi.Input<string> => {
  const { source, namespace, clusterDomain } = installation;
  const { service, path } = addonFacts.jaeger.pages[source];
  return whenKnown(
    [serviceHost(service, namespace, clusterDomain)],
    (host: string) => `http://${host}:16685${path}`,
  );
};

/** Kiali's `external_services`: where it finds the other tools. */
export function kialiServices(installation: Installation): Record<string, unknown> {
  const { addons, existing, istioNamespace } = installation;
  const has = (addon: Addon) => addons.includes(addon);
  const prometheus = has(Addon.Prometheus)
    ? addonUrl(installation, Addon.Prometheus)
    : existing.prometheus;
  const grafana = has(Addon.Grafana) ? addonUrl(installation, Addon.Grafana) : existing.grafana;
  const jaeger = has(Addon.Jaeger) ? tracingApi(installation) : existing.jaeger;
  return {
    custom_dashboards: { enabled: true },
    istio: { root_namespace: istioNamespace },
    prometheus: { enabled: true, url: prometheus },
    grafana: grafana === undefined ? { enabled: false } : { enabled: true, internal_url: grafana },
    tracing:
      jaeger === undefined
        ? { enabled: false }
        : { enabled: true, provider: "jaeger", use_grpc: true, internal_url: jaeger },
  };
}

/** Command that makes a tool's page local. */
export function portForward(
  { source, namespace }: Installation,
  addon: Addon,
): pulumi.Input<string> {
  const { service, port, local } = addonFacts[addon].pages[source];
  return whenKnown(
    [namespace],
    (ns: string) => `kubectl --namespace ${ns} port-forward service/${service} ${local}:${port}`,
  );
}
