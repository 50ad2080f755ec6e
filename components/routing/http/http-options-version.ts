import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { didYouMean } from "../../../values/closest";
import type { CanaryFact } from "../../program/facts/traffic-facts";
import { type Demand, demand } from "../../program/part";
import { Dialect } from "../dialect";
import { serviceHost } from "../service-host";
import { serviceNamed } from "../service-name";
import type { RouteContext } from "./http-options-context";
import type { Target } from "./http-options-destination";

const words: Record<Dialect, string> = {
  istio: "subsets of DestinationRules",
  "gateway-api": "Services",
};

/** Why a canary of the program does not have what a route names. */
function notThere(version: string, dialect: Dialect, canary: CanaryFact): string | undefined {
  const { owner, versions } = canary;
  if (canary.dialect !== dialect) {
    return `${shown(version)} is none of the ${words[dialect]}: ${owner} is in dialect "${canary.dialect}", whose versions are ${words[canary.dialect]}; use one dialect for the service`;
  }
  return versions.includes(version)
    ? undefined
    : `${shown(version)} is not among the versions of ${owner} (KIA1107); allowed: ${versions.join(", ")}${didYouMean(version, versions)}; a version at weight 0 gets requests only from routes that name it`;
}

const hostOf = (
  service: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
  domain?: string,
) => {
  const [short, where] = [recall(service), recall(namespace)];
  return short !== undefined && where !== undefined
    ? serviceHost(short, where, domain)
    : serviceHost(service, namespace, domain);
};

/** Warns of a subset that nobody declares, and refuses what a canary of the program does not have. */
function subsetDemands(host: pulumi.Input<string>, version: string, path: string): Demand[] {
  return [
    demand({
      topic: "canary",
      key: [host],
      path,
      test: (canary) => notThere(version, Dialect.Istio, canary),
    }),
    demand({
      topic: "subset",
      key: [host, version],
      path,
      test: () => undefined,
      missing: (all) => {
        const known = all.filter((one) => one.host === recall(host)).map((one) => one.version);
        return `${shown(version)} is declared by no Canary or DestinationRule of the program; requests get 503 if no other declares it (KIA1107)${didYouMean(version, known)}`;
      },
    }),
  ];
}

/** The Service of a version may be anybody's; a canary in the other dialect makes none. */
function serviceDemands(
  target: {
    service: pulumi.Input<string>;
    namespace: pulumi.Input<string>;
    host: pulumi.Input<string>;
  },
  version: string,
  path: string,
): Demand[] {
  const { service, namespace, host } = target;
  const short = recall(service);
  const name = whenKnown([short ?? service], (text: string) => `${text}-${version}`);
  return [
    demand({
      topic: "canary",
      key: [host],
      path,
      test: (canary) =>
        canary.dialect === Dialect.GatewayApi
          ? undefined
          : notThere(version, Dialect.GatewayApi, canary),
    }),
    demand({
      topic: "service",
      key: [namespace, name],
      path,
      test: () => undefined,
      missing: () =>
        `${shown(version)} is the Service ${short ?? "of the version"}-${version}, which no Canary and nothing else in the program declares; requests get 500 if no other does`,
    }),
  ];
}

function versionDemands(
  { version, service, namespace }: Required<Pick<Target, "service" | "namespace">> & Target,
  { clusterDomain }: RouteContext,
  dialect: Dialect,
  path: string,
): Demand[] {
  if (version === undefined) {
    return [];
  }
  const host = hostOf(service, namespace, clusterDomain);
  return dialect === Dialect.Istio
    ? subsetDemands(host, version, path)
    : serviceDemands({ service, namespace, host }, version, path);
}

/** A port that the Service does not have is a cluster that no proxy has. */
export function portDemands(
  key: readonly [pulumi.Input<string>, pulumi.Input<string>],
  port: pulumi.Input<number> | undefined,
  path: string,
): Demand[] {
  const number = port === undefined ? undefined : recall(port);
  if (number === undefined) {
    return [];
  }
  return [
    demand({
      topic: "service",
      key,
      path,
      test: ({ ports, portsArriveLater }) =>
        portsArriveLater || ports.some((one) => one.port === number)
          ? undefined
          : `${number} is none of the Service's ports; allowed: ${ports.map((one) => one.port).join(", ")}`,
    }),
  ];
}

/**
 * What a route relies on that sends requests, or copies of them, to a service: that its version is
 * declared, and that it has the port. `path` is that of the target.
 */
export function targetDemands(
  target: Target,
  context: RouteContext,
  dialect: Dialect,
  path: string,
): Demand[] {
  const { service = context.service, namespace = context.namespace } = target;
  if (service === undefined) {
    return [];
  }
  const key = serviceNamed(service, namespace);
  const isOwn = target.service === undefined;
  const port = target.port ?? (dialect === Dialect.GatewayApi && !isOwn ? context.port : undefined);
  return [
    ...versionDemands({ ...target, service, namespace }, context, dialect, `${path}.version`),
    ...(key ? portDemands(key, port, `${path}.port`) : []),
  ];
}
