import { keyedFacts } from "../../../mesh/keyed-facts";
import type { Mesh } from "../../../mesh/mesh";
import type { Host, HostPort } from "../../../mesh/model/services";
import { oldestNamed } from "../../visibility/exported";
import { isKubernetes } from "../../visibility/order";
import type { Backend } from "./backend";
import { asksOneByOne, entryBackends } from "./entry-backends";
import { serviceBackends } from "./service-backends";

/** Who stands behind a port. */
export interface Backends {
  readonly all: readonly Backend[];
  /** Whether the set says all of them. */
  readonly known: boolean;
}

/**
 * By what the ports of several objects of one host are told apart: proxies that are told who is there know ports by
 * name; where istiod sums up who is there, it goes by number.
 */
export type PortKey = "name" | "port";

const backends = keyedFacts<[host: Host, port: string], Backends>();

/** Those of a host whose proxies ask one address at a time, which only the first to declare a port may name. */
function firstAlone(
  host: Host,
  port: HostPort,
  { all, known }: Backends,
  taken: Set<number>,
): Backends {
  const isAlone = !isKubernetes(host) && asksOneByOne(host);
  const own = isAlone ? (taken.has(port.port) ? [] : all.slice(0, 1)) : all;
  if (own.length > 0) {
    taken.add(port.port);
  }
  return { all: own, known };
}

/** By number, ports of TCP and of UDP are one to istiod. */
const isSamePort = (port: HostPort, wanted: HostPort, key: PortKey): boolean =>
  port[key] === wanted[key] && (key === "port" || port.transport === wanted.transport);

/** A Service that nobody sees stands together with nobody. */
const isHidden = (host: Host): boolean =>
  isKubernetes(host) && host.exportTo.includes("~") && !host.exportTo.includes("*");

function found(mesh: Mesh, host: Host, wanted: HostPort, key: PortKey): Backends {
  const taken = new Set<number>();
  const parts = oldestNamed(mesh, host.host)
    .filter((one) => one === host || (one.namespace === host.namespace && !isHidden(one)))
    .flatMap((one) =>
      one.ports
        .filter((port) => isSamePort(port, wanted, key))
        .map((port) => {
          const own = isKubernetes(one)
            ? serviceBackends(mesh, one, port)
            : entryBackends(mesh, one, port);
          return firstAlone(one, port, own, taken);
        }),
    );
  return { all: parts.flatMap(({ all }) => all), known: parts.every(({ known }) => known) };
}

/**
 * Who stands behind a port of a host, for all who may ask. Objects of one namespace that declare the host stand
 * together at their common ports.
 */
export const backendsOf = (
  mesh: Mesh,
  host: Host,
  port: HostPort,
  key: PortKey = "name",
): Backends =>
  mesh
    .fact(backends)
    .get([host, `${key} ${port.name} ${port.port}`], () => found(mesh, host, port, key));
