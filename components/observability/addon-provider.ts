import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../arguments/when-known";
import { serviceHost } from "../routing/service-host";
import { Addon, jaegerCollector } from "./addon";
import type { Installation } from "./addon-wiring";

/** The Service that takes spans over OTLP and gRPC. */
export interface AddonCollector {
  /** Full host name of the Service. */
  service: string;
  /** Port of the Service. */
  port: number;
}

/** An entry for the mesh config's `extensionProviders`. */
export interface AddonProvider {
  /** Name by which a Telemetry chooses it. */
  name: string;
  /** Where proxies send their spans. */
  opentelemetry: AddonCollector;
}

const otlpPort = 4317;

/** What proxies can report to; empty without Jaeger, since the other tools come for what they want. */
export function addonProviders(installation: Installation): pulumi.Input<AddonProvider[]> {
  const { addons, source, namespace, clusterDomain } = installation;
  if (!addons.includes(Addon.Jaeger)) {
    return [];
  }
  const host = serviceHost(jaegerCollector[source], namespace, clusterDomain);
  return whenKnown([host], (service: string) => [
    { name: Addon.Jaeger, opentelemetry: { service, port: otlpPort } },
  ]);
}
