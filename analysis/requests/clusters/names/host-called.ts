import { isPodCalled } from "../../../../values/pod-name";
import { fields, text } from "../../../mesh/fields";
import type { Mesh } from "../../../mesh/mesh";
import type { Host } from "../../../mesh/model/services";
import type { Workload } from "../../../mesh/model/workloads";
import type { Call } from "../../call";
import { exportTo } from "../../visibility/exported";
import { hostsByCreation, isKubernetes } from "../../visibility/order";

/** The host that a name stands for. */
export interface Found {
  readonly host: Host;
  /** The Pods that the name stands for, where it is one of theirs. */
  readonly pods?: readonly Workload[];
}

const serviceAt = (mesh: Mesh, full: string): Host | undefined =>
  mesh.hosts.named(full).find(isKubernetes);

/** Full names that the DNS of the cluster tries for a name, from a namespace. */
function tried(name: string, namespace: string, domain: string): string[] {
  const searched = [`${namespace}.svc.${domain}`, `svc.${domain}`, domain];
  return [...searched.map((suffix) => `${name}.${suffix}`), name];
}

/** The Pods of a Service that have this name in it: of a StatefulSet, or by what they say themselves. */
const podsNamed = (mesh: Mesh, host: Host, name: string): readonly Workload[] =>
  mesh.podsOf(host).filter(({ source, name: own, pod }) => {
    const { hostname, subdomain } = fields(pod.spec);
    const inService = text(subdomain) === host.source.id.name;
    return source.id.kind === "StatefulSet"
      ? isPodCalled(name, own)
      : inService && (text(hostname) ?? own) === name;
  });

function podOf(mesh: Mesh, full: string): Found | undefined {
  const dot = full.indexOf(".");
  const host = dot === -1 ? undefined : serviceAt(mesh, full.slice(dot + 1));
  const pods = host?.headless ? podsNamed(mesh, host, full.slice(0, dot)) : [];
  return host && pods.length > 0 ? { host, pods } : undefined;
}

/** What ztunnel knows beside Services: hosts of ServiceEntries that are exported to the client. */
function entryFor(mesh: Mesh, name: string, client: Workload | undefined): Host | undefined {
  return client?.mode === "ambient"
    ? [...mesh.hosts.covering(name)]
        .sort((one, other) => other.host.length - one.host.length || hostsByCreation(one, other))
        .find(
          (one) =>
            exportTo(one.exportTo, one.namespace, client.namespace) !== undefined &&
            !isKubernetes(one),
        )
    : undefined;
}

/** The host that a call by name goes to: as the DNS of the cluster finds it, from the client's namespace. */
export function hostCalled(
  mesh: Mesh,
  { host: name, peer: { workload } }: Call,
): Found | undefined {
  const namespace = workload?.namespace ?? "default";
  for (const full of tried(name, namespace, mesh.config.domain)) {
    const host = serviceAt(mesh, full);
    const found = host ? { host } : podOf(mesh, full);
    if (found !== undefined) {
      return found;
    }
  }
  const entry = entryFor(mesh, name, workload);
  return entry && { host: entry };
}
