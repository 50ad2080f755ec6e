import type { SidecarSpec } from "../../../schemas/kinds/networking/sidecar";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import type { Labels } from "./selector";
import type { Workload } from "./workloads";

/** A Sidecar. */
export type Sidecar = Declared<SidecarSpec>;

/** Labels by which a Sidecar chooses Pods; none where it is for its whole namespace. */
export function sidecarSelector({ spec }: Sidecar): Labels | undefined {
  const labels = spec.workloadSelector?.labels ?? {};
  return Object.keys(labels).length === 0 ? undefined : labels;
}

/** What becomes of calls to hosts that nobody declares; a Sidecar's policy without a mode closes the way out. */
export function outboundModeOf(mesh: Mesh, sidecar: Sidecar | undefined): string {
  const own = sidecar?.spec.outboundTrafficPolicy;
  return own === undefined ? mesh.config.outboundMode : (own.mode ?? "REGISTRY_ONLY");
}

/** Sidecars by their namespace. */
export const sidecarsByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Sidecar[]> =>
  grouped(mesh.set.all(Kind.Sidecar), ({ id }) => id.namespace);

/** The workloads with a sidecar that a Sidecar chooses by their labels. */
export function chosenBySidecar(mesh: Mesh, sidecar: Sidecar): readonly Workload[] {
  const selector = sidecarSelector(sidecar);
  return selector === undefined
    ? []
    : mesh
        .selected(selector, sidecar.id.namespace)
        .filter(({ mode, gateway }) => mode !== "ambient" && gateway === undefined);
}
