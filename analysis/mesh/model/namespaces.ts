import {
  dataplaneModeLabel,
  injectionLabel,
  revisionLabel,
  useWaypointLabel,
  useWaypointNamespaceLabel,
} from "../../../values/known-names";
import type { DeclaredSet } from "../declared-set";
import { Kind } from "../kinds";
import type { Labels } from "./selector";

/** How Pods come into the mesh. */
export type DataPlaneMode = "sidecar" | "ambient" | "none";

/** A namespace as the mesh sees it. */
export interface Namespace {
  readonly name: string;
  /** Whether the set holds the Namespace itself; without it nothing is known of how it joins. */
  readonly declared: boolean;
  readonly labels: Labels;
  readonly mode: DataPlaneMode;
  /** Revision of the sidecars; `default` where they are injected without one. */
  readonly revision: string | undefined;
  /** `namespace/name` of the waypoint that it uses. */
  readonly waypoint: string | undefined;
}

/** `namespace/name` of the waypoint that labels name; `none` names none. */
export function waypointOf(labels: Labels, namespace: string): string | undefined {
  const name = labels[useWaypointLabel];
  return name === undefined || name === "none"
    ? undefined
    : `${labels[useWaypointNamespaceLabel] ?? namespace}/${name}`;
}

function revisionOf(labels: Labels): string | undefined {
  if (labels[injectionLabel] === "enabled") {
    return "default";
  }
  return labels[injectionLabel] === "disabled" ? undefined : labels[revisionLabel];
}

function namespaceOf(name: string, declared: boolean, labels: Labels): Namespace {
  const revision = revisionOf(labels);
  const ambient = labels[dataplaneModeLabel] === "ambient";
  return {
    name,
    declared,
    labels,
    revision,
    mode: revision !== undefined ? "sidecar" : ambient ? "ambient" : "none",
    waypoint: waypointOf(labels, name),
  };
}

/** Every namespace that is declared, or in which something is. */
export function namespacesOf(set: DeclaredSet): ReadonlyMap<string, Namespace> {
  return new Map(
    set.namespaces().map((name) => {
      const own = set.find(Kind.Namespace, "", name);
      return [name, namespaceOf(name, own !== undefined, own?.labels ?? {})];
    }),
  );
}
