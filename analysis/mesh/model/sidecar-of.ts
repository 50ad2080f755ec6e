import { isRefused } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { byCreation } from "./creation";
import { type Labels, selects } from "./selector";
import type { Sidecar } from "./sidecars";

const hasSelector = ({ spec }: Sidecar): boolean => spec.workloadSelector !== undefined;

/** Sidecars by their namespace in the order in which istiod asks them: with a selector first, then the oldest. */
function inOrder(mesh: Mesh): ReadonlyMap<string, readonly Sidecar[]> {
  const all = mesh.set
    .all(Kind.Sidecar)
    .filter((sidecar) => !isRefused(sidecar))
    .map((source) => ({ source }))
    .sort(byCreation)
    .map(({ source }) => source);
  const ordered = [...all.filter(hasSelector), ...all.filter((one) => !hasSelector(one))];
  return grouped(ordered, ({ id }) => id.namespace);
}

/** The Sidecar that a proxy follows: one that chooses it, else its namespace's, else that of the whole mesh. */
export function sidecarOf(mesh: Mesh, namespace: string, labels: Labels): Sidecar | undefined {
  const all = mesh.fact(inOrder);
  const own = all
    .get(namespace)
    ?.find(({ spec }) => selects(spec.workloadSelector?.labels ?? {}, labels));
  return own ?? all.get(mesh.config.rootNamespace)?.find((sidecar) => !hasSelector(sidecar));
}
