import type { SidecarEgress } from "../../../schemas/kinds/networking/sidecar";
import { coversHost } from "../../../values/host";
import { scopedHost } from "../../../values/scoped-host";
import type { Mesh } from "../mesh";
import type { Host } from "./services";
import { chosenBySidecar, type Sidecar, sidecarSelector, sidecarsByNamespace } from "./sidecars";
import type { Workload } from "./workloads";

/** The workloads whose scope a Sidecar is: one that chooses by labels goes before that of the namespace. */
export function followersOf(sidecar: Sidecar, mesh: Mesh): readonly Workload[] {
  const { namespace } = sidecar.id;
  if (sidecarSelector(sidecar) !== undefined) {
    return chosenBySidecar(mesh, sidecar);
  }
  const others = mesh.fact(sidecarsByNamespace).get(namespace) ?? [];
  const taken = new Set(others.flatMap((other) => chosenBySidecar(mesh, other)));
  return mesh.workloadsIn(namespace).filter((workload) => !taken.has(workload));
}

/** What is compared with the hosts of a Sidecar: a host, and the namespace of the object that has it. */
type Scoped = Pick<Host, "host" | "namespace">;

/** Whether a Sidecar of a namespace lets its workloads know a host. */
export function isInScope(egress: readonly SidecarEgress[], own: string, host: Scoped): boolean {
  const entries = egress.flatMap(({ hosts }) => hosts).map(scopedHost);
  const fitting = entries.filter(
    ({ namespace, host: pattern }) =>
      (namespace === "*" || (namespace === "." ? own : namespace) === host.namespace) &&
      coversHost(pattern, host.host),
  );
  return fitting.length > 0 && !fitting.some(({ excludes }) => excludes);
}
