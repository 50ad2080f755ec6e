import { fields, text } from "../../../mesh/fields";
import { Kind } from "../../../mesh/kinds";
import type { Mesh } from "../../../mesh/mesh";
import type { Host } from "../../../mesh/model/services";
import type { Workload } from "../../../mesh/model/workloads";
import { known } from "../../../mesh/not-judged";

/** Whom an IP address belongs to. */
interface Addressed {
  readonly host?: Host;
  readonly workload?: Workload;
}

const addressesOf = ({ source }: Host): string[] => {
  const { addresses } = fields(source.object.spec);
  const { clusterIP, clusterIPs } = fields(source.object.spec);
  const lists = [addresses, clusterIPs].flatMap((one) => (Array.isArray(one) ? one : []));
  return [clusterIP, ...lists].filter((one): one is string => typeof one === "string");
};

function byAddress(mesh: Mesh): ReadonlyMap<string, Addressed> {
  const hosts = mesh.hosts.all.flatMap((host) =>
    (known(() => addressesOf(host)) ?? []).map((ip) => [ip, { host }] as const),
  );
  const pods = mesh.set.all(Kind.Pod).flatMap((pod) => {
    const ip = known(() => text(fields(pod.object.status).podIP));
    const [workload] = mesh.workloadsOf(pod.id);
    return ip === undefined || workload === undefined ? [] : [[ip, { workload }] as const];
  });
  const machines = mesh.set.accepted(Kind.WorkloadEntry).flatMap((entry) => {
    const ip = known(() => entry.spec.address);
    const [workload] = mesh.workloadsOf(entry.id);
    return ip === undefined || workload === undefined ? [] : [[ip, { workload }] as const];
  });
  return new Map<string, Addressed>([...machines, ...pods, ...hosts.reverse()]);
}

/** Whom an IP address belongs to, as far as objects of the set say it. */
export const addressed = (mesh: Mesh, ip: string): Addressed => mesh.fact(byAddress).get(ip) ?? {};
