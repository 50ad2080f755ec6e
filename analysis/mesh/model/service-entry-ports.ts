import { viewersOf } from "../host-reference";
import { type ObjectId, objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import type { Host } from "./services";

/** A host of a ServiceEntry at one of its ports. */
export interface EntryPort {
  readonly host: Host;
  readonly port: number;
  readonly protocol: string;
  /** Path of the port in the ServiceEntry. */
  readonly path: string;
}

const placeOf = (host: string, port: number): string => `${host} ${port}`;

const entryPorts = (mesh: Mesh): readonly EntryPort[] =>
  mesh.hosts.all
    .filter(({ source }) => source.id.kind === "ServiceEntry")
    .flatMap((host) =>
      host.ports.map(({ port, protocol, path }) => ({ host, port, protocol, path })),
    );

/** Where something stands, and to which namespaces it is exported. */
type Exported = Pick<Host, "namespace" | "exportTo">;

/** Whether some namespace sees both. */
export function meet(one: Exported, other: Exported): boolean {
  if (one.exportTo.includes("*") || other.exportTo.includes("*")) {
    return true;
  }
  const viewers = viewersOf(one.exportTo, one.namespace);
  return viewersOf(other.exportTo, other.namespace).some((name) => viewers.includes(name));
}

/** A port of a ServiceEntry, and the same of others that some namespace sees beside it. */
export interface Rival {
  readonly own: EntryPort;
  readonly others: readonly EntryPort[];
}

const byPort = (mesh: Mesh): ReadonlyMap<string, readonly EntryPort[]> =>
  grouped(mesh.fact(entryPorts), ({ host, port }) => placeOf(host.host, port));

const bySource = (mesh: Mesh): ReadonlyMap<string, readonly EntryPort[]> =>
  grouped(mesh.fact(entryPorts), ({ host }) => objectWords(host.source.id));

/** What other ServiceEntries say of the hosts and ports of one. */
export const rivalPorts = (mesh: Mesh, id: ObjectId): Rival[] =>
  (mesh.fact(bySource).get(objectWords(id)) ?? []).map((own) => ({
    own,
    others: (mesh.fact(byPort).get(placeOf(own.host.host, own.port)) ?? []).filter(
      ({ host }) => host.source !== own.host.source && meet(host, own.host),
    ),
  }));
