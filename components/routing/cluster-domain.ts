import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import { inDomain, isFullName, usualDomain } from "../../values/service-host";
import { type Demand, demand } from "../program/part";
import type { View } from "../program/view";

/** DNS domain of the cluster: the argument, or what the program's control plane has. */
export const clusterDomainOf = (own: string | undefined, program: View): string | undefined =>
  own ??
  program
    .said("clusterDomain", [])
    .map(({ domain }) => domain)
    .find((domain) => domain !== undefined && domain !== usualDomain);

/** A Service by its short or full name, and the argument that names it. */
export interface NamedService {
  service: pulumi.Input<string> | undefined;
  path: string;
}

/** What short names mean is to be what istiod calls the Services. */
const ofShortNames = (own: string | undefined, used: string): Demand =>
  demand({
    topic: "clusterDomain",
    key: [],
    path: "clusterDomain",
    test: ({ owner, domain }) =>
      domain === undefined || domain === used
        ? undefined
        : own === undefined
          ? `is taken for ${shown(used)}, as nothing else was said before, and ${owner} has ${shown(domain)}; declare ${owner} first, or write clusterDomain: ${shown(domain)} there`
          : `${shown(own)} is not that of ${owner}, ${shown(domain)}, so that proxies know no such host; leave it out`,
  });

/** Nobody has the usualDomain domain where the control plane has another. */
const ofFullName = (name: string, path: string): Demand =>
  demand({
    topic: "clusterDomain",
    key: [],
    path,
    test: ({ owner, domain }) =>
      domain === undefined || domain === usualDomain
        ? undefined
        : `${shown(name)} is in ${shown(usualDomain)}, and ${owner} has the clusterDomain ${shown(domain)}, so that proxies know no such host; write ${shown(inDomain(name, domain))}`,
  });

/** Names that a component writes are those of the program's cluster. */
export function domainDemands(
  own: string | undefined,
  program: View,
  services: readonly NamedService[],
): Demand[] {
  const named = services.flatMap(({ service, path }) =>
    service === undefined ? [] : [{ name: recall(service), path }],
  );
  const isShort = named.some(({ name }) => name === undefined || !isFullName(name));
  const full = named.filter(({ name }) => name?.endsWith(`.svc.${usualDomain}`));
  return [
    ...(isShort ? [ofShortNames(own, clusterDomainOf(own, program) ?? usualDomain)] : []),
    ...full.map(({ name = "", path }) => ofFullName(name, path)),
  ];
}
