import { gatewayNameLabel } from "../../../../values/known-names";
import type { Mesh } from "../../../mesh/mesh";
import { known } from "../../../mesh/not-judged";
import { servicesBefore } from "../../gateways/gateway-services";

/** Gateways, `namespace/name`, by the hosts of the Services before their Pods. */
const byHost = (mesh: Mesh): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  const ofIstio = mesh.gateways.flatMap(({ name, workloads }) =>
    workloads.map((workload) => ({ name, workload })),
  );
  const ofApi = mesh.workloads
    .filter(({ gateway }) => gateway === "api")
    .map((workload) => ({
      name: `${workload.namespace}/${workload.labels[gatewayNameLabel]}`,
      workload,
    }));
  for (const { name, workload } of [...ofIstio, ...ofApi]) {
    for (const { host } of servicesBefore(mesh, workload)) {
      found.set(host, (found.get(host) ?? new Set()).add(name));
    }
  }
  return new Map([...found].map(([host, names]) => [host, [...names]]));
};

const gatewaysByHost = (mesh: Mesh) => known(() => byHost(mesh)) ?? new Map<string, string[]>();

/**
 * Gateways that requests pass inside the mesh which are sent to some hosts, as those on their way out do; those
 * of one host together, since the same Pods take them.
 */
export const innerGateways = (
  mesh: Mesh,
  hosts: readonly string[],
): readonly (readonly string[])[] =>
  hosts.flatMap((host) => {
    const found = mesh.fact(gatewaysByHost).get(host);
    return found === undefined ? [] : [found];
  });
