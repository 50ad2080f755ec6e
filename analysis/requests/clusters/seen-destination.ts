import type { Mesh } from "../../mesh/mesh";
import type { HostPort } from "../../mesh/model/services";
import { waypointBefore } from "../../mesh/waypoint-needed";
import type { Call } from "../call";
import type { MeshProxy } from "../mesh-proxy";
import type { Destination } from "../route";
import type { View } from "../visibility";
import type { SeenHost } from "../visibility/seen-host";

/** The port that a destination means: the one it names, the only one there is, or the one that was called. */
export const portOf = ({ port }: Destination, seen: SeenHost | undefined, call: Call): number =>
  port ?? (seen?.ports.length === 1 ? seen.ports[0]?.port : undefined) ?? call.port;

/** A port of a host for which proxies have clusters. */
export const portAt = (seen: SeenHost, port: number): HostPort | undefined =>
  seen.ports.find((one) => one.port === port && one.transport !== "UDP");

/** Whether a waypoint stands for a host itself. */
export const isOwn = (
  mesh: Mesh,
  { kind, namespace, workload }: MeshProxy,
  { host }: SeenHost,
): boolean =>
  kind === "waypoint" && waypointBefore(host, mesh) === `${namespace}/${workload.source.id.name}`;

/** The host of this name, as a waypoint has those that it stands for, whoever else sees them. */
function ownHost(mesh: Mesh, proxy: MeshProxy, name: string): SeenHost | undefined {
  return proxy.kind === "waypoint"
    ? mesh.hosts
        .named(name)
        .map((host) => ({ host, ports: host.ports }))
        .find((seen) => isOwn(mesh, proxy, seen))
    : undefined;
}

/** The host that a destination means: a Service that stands for another name gives way to the host of that name. */
export function seenHost(mesh: Mesh, proxy: MeshProxy, view: View, name: string) {
  const named = ownHost(mesh, proxy, name) ?? view.host(name);
  const { externalName } = named?.host ?? {};
  return { named, seen: externalName === undefined ? named : view.host(externalName) };
}
