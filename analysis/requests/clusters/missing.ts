import { serviceOfHost } from "../../../values/service-host";
import type { Mesh } from "../../mesh/mesh";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import type { MeshProxy } from "../mesh-proxy";
import type { Destination } from "../route";
import { viewOf } from "../visibility";
import { portAt, portOf, seenHost } from "./seen-destination";

/** `reviews.bookinfo`; a host that is no Service's as it is. */
function hostName(host: string): string {
  const [namespace, name] = serviceOfHost(host) ?? [];
  return name === undefined ? host : `${name}.${namespace}`;
}

/** Why a proxy has nothing behind a destination, in words. */
export function missingWords(
  mesh: Mesh,
  proxy: MeshProxy,
  destination: Destination,
  call: Call,
): string {
  const { host, subset } = destination;
  const { named, seen } = seenHost(mesh, proxy, viewOf(mesh, proxy), host);
  if (seen === undefined) {
    return mesh.hosts.named(host).length > 0
      ? `${proxy.workload.name} does not see ${hostName(host)}`
      : `there is no host ${hostName(host)}`;
  }
  const port = portOf(destination, named, call);
  if (portAt(seen, port) === undefined) {
    return `${hostName(host)} has no port ${port}`;
  }
  return subset === undefined
    ? `nobody is behind ${hostName(host)}:${port}`
    : `no DestinationRule gives ${hostName(host)} a subset ${JSON.stringify(subset)}`;
}

/** Why nobody is behind a cluster, in words. */
export function emptyWords(mesh: Mesh, { host, port, subset }: Cluster): string | undefined {
  if (host === undefined) {
    return undefined;
  }
  const place = `${hostName(host.host)}:${port}`;
  if (host.ports.every((one) => one.port !== port)) {
    return `${hostName(host.host)} has no port ${port}`;
  }
  const pods = mesh.podsOf(host);
  if (host.selector !== undefined && pods.length === 0) {
    return `no Pods are behind ${place}`;
  }
  if (pods.length > 0 && pods.every(({ replicas }) => replicas === 0)) {
    return `all Pods behind ${place} are scaled to none`;
  }
  return subset === undefined
    ? `nobody is behind ${place}`
    : `nobody behind ${place} has the labels of subset ${JSON.stringify(subset)}`;
}
