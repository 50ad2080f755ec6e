import { isIpAddress } from "../../../values/ip";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Call } from "../call";
import type { MeshProxy } from "../mesh-proxy";
import { isOfCluster } from "../unknown-name";
import { isKubernetes } from "../visibility/order";
import { addressesOf, everywhere, isHeadless, podBinds } from "./host-address";

/** What an application calls, as the bytes go to it. */
export interface CalledAddress {
  /** Address that a listener may be bound to, or the name that stands for it; undefined where nobody knows it. */
  readonly bind?: string;
  /** Where somebody says it. */
  readonly ip?: string;
  /** The ServiceEntry's host that the address belongs to as one of a range. */
  readonly inRangeOf?: Host;
  /** Whether the name is one that the cluster's DNS knows nobody by. */
  readonly unknownName?: boolean;
}

/** Full names that a name may stand for where a Pod of a namespace asks the cluster's DNS, in its order. */
function searched(name: string, namespace: string, domain: string): string[] {
  const plain = name.endsWith(".") ? name.slice(0, -1) : name;
  return name.endsWith(".")
    ? [plain]
    : [
        `${plain}.${namespace}.svc.${domain}`,
        `${plain}.svc.${domain}`,
        `${plain}.${domain}`,
        plain,
      ];
}

const kubernetesHost = (mesh: Mesh, name: string): Host | undefined =>
  mesh.hosts.named(name).find(isKubernetes);

/** Names of names, so that those in a circle end. */
const mostAliases = 8;

function atHost(mesh: Mesh, host: Host, proxy: MeshProxy, depth: number): CalledAddress {
  if (host.externalName !== undefined && depth < mostAliases) {
    return atName(mesh, host.externalName, proxy, depth + 1);
  }
  if (isHeadless(host)) {
    const [bind] = podBinds(mesh, host);
    return { ...(bind !== undefined && { bind }) };
  }
  const all = addressesOf(mesh, host);
  const bind = all.map((one) => one.bind).find((one) => one !== everywhere);
  const isInRange = bind === undefined && all.some(({ range }) => range !== undefined);
  return {
    ...(bind !== undefined && { bind, ...(isIpAddress(bind) && { ip: bind }) }),
    ...(isInRange && { inRangeOf: host }),
  };
}

/** The Pod of a headless Service whose own name is asked for. */
function ofHeadless(mesh: Mesh, name: string): CalledAddress | undefined {
  const dot = name.indexOf(".");
  const host = kubernetesHost(mesh, name.slice(dot + 1));
  if (host === undefined || !isHeadless(host)) {
    return undefined;
  }
  const [bind] = podBinds(mesh, host);
  return { ...(bind !== undefined && { bind }) };
}

function atName(mesh: Mesh, name: string, proxy: MeshProxy, depth: number): CalledAddress {
  for (const full of searched(name, proxy.namespace, mesh.config.domain)) {
    const service = kubernetesHost(mesh, full);
    if (service) {
      return atHost(mesh, service, proxy, depth);
    }
    const pod = ofHeadless(mesh, full);
    if (pod) {
      return pod;
    }
  }
  const [entry] = mesh.hosts.named(name.toLowerCase());
  if (entry) {
    return atHost(mesh, entry, proxy, depth);
  }
  return isOfCluster(mesh, name) ? { unknownName: true } : {};
}

/** The address that an application calls: the one that is said, or what DNS has of the name. */
export function calledAddress(mesh: Mesh, proxy: MeshProxy, call: Call): CalledAddress {
  const { address, host } = call;
  const ip = address ?? (isIpAddress(host) ? host : undefined);
  return ip === undefined ? atName(mesh, host, proxy, 0) : { bind: ip, ip };
}
