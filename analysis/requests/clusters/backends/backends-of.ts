import type { Mesh } from "../../../mesh/mesh";
import type { Host, HostPort } from "../../../mesh/model/services";
import { isKubernetes } from "../../visibility/order";
import type { Backend } from "./backend";
import { entryBackends } from "./entry-backends";
import { serviceBackends } from "./service-backends";

/** Who stands behind a port. */
export interface Backends {
  readonly all: readonly Backend[];
  /** Whether the set says all of them. */
  readonly known: boolean;
}

const remembered = (_: Mesh): WeakMap<Host, Map<string, Backends>> => new WeakMap();

function found(mesh: Mesh, { host, namespace }: Host, { name }: HostPort): Backends {
  const parts = mesh.hosts
    .named(host)
    .filter((one) => one.namespace === namespace)
    .flatMap((one) =>
      one.ports
        .filter((port) => port.name === name)
        .map((port) =>
          isKubernetes(one) ? serviceBackends(mesh, one, port) : entryBackends(mesh, one, port),
        ),
    );
  return { all: parts.flatMap(({ all }) => all), known: parts.every(({ known }) => known) };
}

/**
 * Who stands behind a port of a host, for all who may ask. Objects of one namespace that declare the host stand
 * together at ports of one name.
 */
export function backendsOf(mesh: Mesh, host: Host, port: HostPort): Backends {
  const all = mesh.fact(remembered);
  const ports = all.get(host) ?? new Map<string, Backends>();
  const key = `${port.name} ${port.port}`;
  const backends = ports.get(key) ?? found(mesh, host, port);
  ports.set(key, backends);
  all.set(host, ports);
  return backends;
}
