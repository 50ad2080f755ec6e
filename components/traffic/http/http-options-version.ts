import type * as pulumi from "@pulumi/pulumi";
import { didYouMean } from "../../../analysis/closest";
import { recall } from "../../program/known-output";
import { type Demand, demand } from "../../program/part";
import type { CanaryFact } from "../../program/topics";
import { serviceHost } from "../../resources/service-host";
import { shown } from "../../validation/shown";
import { whenKnown } from "../../validation/when-known";
import { Dialect } from "../dialect";
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

/** What a route that names a version of a service relies on. */
export function versionDemands(
  target: Target,
  context: RouteContext,
  dialect: Dialect,
  path: string,
): Demand[] {
  const { version, service = context.service, namespace = context.namespace } = target;
  if (version === undefined || service === undefined) {
    return [];
  }
  const host = hostOf(service, namespace, context.clusterDomain);
  return dialect === Dialect.Istio
    ? subsetDemands(host, version, path)
    : serviceDemands({ service, namespace, host }, version, path);
}
