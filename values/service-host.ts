import { isIpAddress } from "./ip";

/** DNS domain of clusters that have no other. */
export const usualDomain = "cluster.local";

/** Domain of the Services that clusters of a set export to one another (ServiceExport, ServiceImport). */
const clusterSetDomain = "clusterset.local";

const inCluster = /^([^.*]+)\.([^.]+)\.svc(?:\.|$)/;

/** Whether a name of a Service or a host is read as it is, in whatever namespace it stands. */
export const isFullName = (name: string): boolean => name.includes(".");

/**
 * Full name of a Service. Short names are read in the namespace of the object that holds them, which
 * is not always the Service's; a name with dots, an address and `*` are full already.
 */
export const fullName = (service: string, namespace: string, domain = usualDomain): string =>
  isFullName(service) || service === "*" || isIpAddress(service)
    ? service
    : `${service}.${namespace}.svc.${domain}`;

/** Whether a host is one that clusters of a set share, which no Service of one cluster says anything of. */
export const isOfClusterSet = (host: string): boolean => host.endsWith(`.svc.${clusterSetDomain}`);

/** Namespace and name of the Service that a full host stands for; nothing for a host outside. */
export function serviceOfHost(
  host: string,
): readonly [namespace: string, name: string] | undefined {
  if (isOfClusterSet(host)) {
    return undefined;
  }
  const [, name, namespace] = inCluster.exec(host) ?? [];
  return name === undefined || namespace === undefined ? undefined : [namespace, name];
}

/** Namespace of which a host with a wildcard stands for all Services, e.g. `*.shop.svc.cluster.local`. */
export const namespaceOfAll = (host: string): string | undefined =>
  host.startsWith("*.") ? serviceOfHost(`any${host.slice(1)}`)?.[0] : undefined;

/** Whether a full name is that of a host outside of the cluster, whose server knows no name but its own. */
export const isOutside = (name: string): boolean =>
  isFullName(name) && !name.endsWith(".svc") && !name.includes(".svc.");

/** Whether a host is called as Services of a cluster in the usual domain are, with or without it. */
export const isCalledLikeAService = (host: string): boolean =>
  host.endsWith(".svc") || host.endsWith(`.svc.${usualDomain}`);

/** A host of the usual domain in another one. */
export const inDomain = (host: string, domain: string): string =>
  host.slice(0, -usualDomain.length) + domain;

/** Name of the Service that stands for one version of another; the other's name may be a full one. */
export function versionHost(service: string, version: string): string {
  const [own, ...rest] = service.split(".");
  return [`${own}-${version}`, ...rest].join(".");
}
