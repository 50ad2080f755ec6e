import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import { isCidr, isIpAddress, isIpOrCidr } from "../../../values/ip";
import { fields, list, text } from "../../mesh/fields";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import { isKubernetes } from "../visibility/order";

/** Stands for every address, where a listener is for a port alone. */
export const everywhere = "0.0.0.0";

/** An address that a listener of a host is bound to, by a name where nobody has said the address. */
export interface HostAddress {
  readonly bind: string;
  /** Range of a ServiceEntry, which a listener for a port alone looks at. */
  readonly range?: string;
}

const serviceBind = ({ namespace, host }: Host): string => `service ${namespace}/${host}`;

/** Address of a Pod that nobody has said. */
const podBind = ({ namespace, name, source }: Workload): string =>
  text(fields(source.object.status).podIP) ?? `pod ${namespace}/${name}`;

const specOf = ({ source }: Host): Partial<ServiceEntrySpec> =>
  source.spec as Partial<ServiceEntrySpec>;

/** Whether sidecars give a ServiceEntry's host an address of its own. */
const isAllocated = ({ config }: Mesh, { resolution = "NONE" }: Partial<ServiceEntrySpec>) =>
  config.autoAllocation && resolution !== "NONE";

function clusterIps(host: Host): string[] {
  const { clusterIP, clusterIPs } = fields(host.source.object.spec);
  const all = Array.isArray(clusterIPs) ? clusterIPs : [];
  return [...new Set([clusterIP, ...all])].filter(
    (one): one is string => typeof one === "string" && isIpAddress(one),
  );
}

/** Where a host is bound: at its addresses, or everywhere where it has none. */
export function addressesOf(mesh: Mesh, host: Host): readonly HostAddress[] {
  if (isKubernetes(host)) {
    const own = clusterIps(host);
    const binds = host.headless ? [everywhere] : own.length > 0 ? own : [serviceBind(host)];
    return binds.map((bind) => ({ bind }));
  }
  const spec = specOf(host);
  const { addresses = [] } = spec;
  if (addresses.length === 0) {
    return [{ bind: isAllocated(mesh, spec) ? serviceBind(host) : everywhere }];
  }
  return addresses
    .filter(isIpOrCidr)
    .map((one) =>
      isCidr(one) && !isSingle(one)
        ? { bind: everywhere, range: one }
        : { bind: one.split("/")[0] ?? one },
    );
}

/** A range of one address. */
const isSingle = (range: string): boolean =>
  isCidr(range) && range.endsWith(range.includes(":") ? "/128" : "/32");

/** Services and ServiceEntries by their addresses. */
export const hostsByAddress = (mesh: Mesh): ReadonlyMap<string, readonly Host[]> => {
  const all = mesh.hosts.all.flatMap((host) =>
    addressesOf(mesh, host)
      .filter(({ bind }) => bind !== everywhere)
      .map(({ bind }) => ({ bind, host })),
  );
  return new Map(
    [...grouped(all, ({ bind }) => bind)].map(([bind, found]) => [
      bind,
      found.map(({ host }) => host),
    ]),
  );
};

/** Whether a host has no address of its own, so that whoever calls it calls one of its Pods. */
export const isHeadless = (host: Host): boolean => isKubernetes(host) && host.headless;

/** The same of a ServiceEntry that chooses its workloads and leaves the address to the client. */
export function isUnresolved(host: Host): boolean {
  const { resolution = "NONE", addresses = [] } = specOf(host);
  return (
    !isKubernetes(host) &&
    host.selector !== undefined &&
    resolution === "NONE" &&
    addresses.length === 0
  );
}

/** Addresses of the Pods behind a Service; of one that stands for all where nobody declares them. */
export function podBinds(mesh: Mesh, host: Host): string[] {
  const own = mesh.podsOf(host).map(podBind);
  const entries = list(specOf(host).endpoints).flatMap(({ address }) => text(address) ?? []);
  const all = [...own, ...entries];
  return all.length > 0 ? all : [`pods ${host.namespace}/${host.host}`];
}
