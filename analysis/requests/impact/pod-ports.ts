import { fullName } from "../../../values/service-host";
import type { Mesh } from "../../mesh/mesh";
import { podPortOf } from "../../mesh/model/servers";
import type { Workload } from "../../mesh/model/workloads";
import type { Reached } from "../answer";

const placeOf = (namespace: string, name: string): string => `${namespace}/${name}`;

const byPlace = (mesh: Mesh): ReadonlyMap<string, Workload> =>
  new Map(mesh.workloads.map((one) => [placeOf(one.namespace, one.name), one]));

/** Port of the Pods behind a port of their Service; undefined where the set does not say it. */
export function podPortOfReached(
  mesh: Mesh,
  { service, namespace, workload, port }: Reached,
): string | undefined {
  if (service === undefined || namespace === undefined || workload === undefined) {
    return undefined;
  }
  const own = mesh.fact(byPlace).get(placeOf(namespace, workload));
  const [host] = mesh.hosts.named(fullName(service, namespace, mesh.config.domain));
  const found = host?.ports.find((one) => one.port === port);
  return own && found && podPortOf(found, own)?.toString();
}
