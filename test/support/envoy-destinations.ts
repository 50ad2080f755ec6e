/** Where requests go, by the name of an Envoy cluster. */
export interface Destination {
  host: string;
  port: number;
  /** Absent when all of the Service is meant. */
  subset?: string;
  /** As Envoy has it: relative to the sum. */
  weight: number;
}

/**
 * Istio's clusters are named `direction|port|subset|host`. Waypoints write `http` or `http/subset`
 * where others write the subset.
 */
export function parseCluster(name: string): Omit<Destination, "weight"> {
  const [direction = "", port, third = "", host = name] = name.split("|");
  const subset = direction === "inbound-vip" ? third.replace(/^(http|tcp)\/?/, "") : third;
  return { host, port: Number(port), ...(subset && { subset }) };
}

/** A share of a service's requests, whichever way the version is named. */
export interface VersionShare {
  /** First label of the host, e.g. `catalog`. */
  service: string;
  /** Empty when no version is named. */
  version: string;
  /** Percent. */
  weight: number;
}

/**
 * The same for both dialects: a subset `v2` of `catalog` and a Service `catalog-v2` are version v2 of
 * service `catalog`. Sorted by version; weight 0 is left out, as istiod mostly does itself.
 */
export function destinationsByVersion(
  { destinations }: { destinations: Destination[] },
  service: string,
): VersionShare[] {
  const sum = destinations.reduce((all, { weight }) => all + weight, 0);
  return destinations
    .filter(({ weight }) => weight > 0)
    .map(({ host, subset, weight }) => ({
      ...versionOf(host, subset, service),
      weight: (100 * weight) / sum,
    }))
    .sort((a, b) => a.version.localeCompare(b.version));
}

function versionOf(host: string, subset: string | undefined, service: string) {
  const [short = ""] = host.split(".");
  return short.startsWith(`${service}-`) && subset === undefined
    ? { service, version: short.slice(service.length + 1) }
    : { service: short, version: subset ?? "" };
}
