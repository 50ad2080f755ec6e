import {
  dataplaneModeLabel,
  injectionLabel,
  revisionLabel,
  useWaypointCanaryLabel,
  useWaypointCanaryNamespaceLabel,
  useWaypointLabel,
  useWaypointNamespaceLabel,
  waypointClass,
} from "../../../values/known-names";
import type { DeclaredSet } from "../declared-set";
import { Kind } from "../kinds";
import { known } from "../not-judged";
import type { Labels } from "./selector";

/** How Pods come into the mesh. */
export type DataPlaneMode = "sidecar" | "ambient" | "none";

/** A namespace as the mesh sees it. */
export interface Namespace {
  readonly name: string;
  /** Whether the set holds the Namespace itself; without it nothing is known of how it joins. */
  readonly declared: boolean;
  /** Whether its mode is taken for granted: nothing in the set says how it joins. */
  readonly assumed: boolean;
  readonly labels: Labels;
  readonly mode: DataPlaneMode;
  /** Revision of the sidecars; `default` where they are injected without one. */
  readonly revision: string | undefined;
  /** `namespace/name` of the waypoint that it uses. */
  readonly waypoint: string | undefined;
}

/** `namespace/name` of the waypoint that labels name; `none` names none. */
export const waypointOf = (labels: Labels, namespace: string): string | undefined =>
  placed(labels[useWaypointLabel], labels[useWaypointNamespaceLabel] ?? namespace);

/** The same for the waypoint that is tried with a part of the connections. */
export const waypointCanaryOf = (labels: Labels, namespace: string): string | undefined =>
  placed(labels[useWaypointCanaryLabel], labels[useWaypointCanaryNamespaceLabel] ?? namespace);

const placed = (name: string | undefined, namespace: string): string | undefined =>
  name === undefined || name === "none" ? undefined : `${namespace}/${name}`;

function revisionOf(labels: Labels): string | undefined {
  if (labels[injectionLabel] === "enabled") {
    return "default";
  }
  return labels[injectionLabel] === "disabled" ? undefined : labels[revisionLabel];
}

function modeOf(labels: Labels): DataPlaneMode {
  if (revisionOf(labels) !== undefined) {
    return "sidecar";
  }
  return labels[dataplaneModeLabel] === "ambient" ? "ambient" : "none";
}

/** Labels that are not known yet end the judgement of who reads them, not of other namespaces. */
const namespaceOf = (
  name: string,
  own: { readonly labels: Labels } | undefined,
  assumed = false,
): Namespace => ({
  name,
  declared: own !== undefined && !assumed,
  assumed,
  get labels() {
    return own?.labels ?? {};
  },
  get revision() {
    return revisionOf(this.labels);
  },
  get mode() {
    return modeOf(this.labels);
  },
  get waypoint() {
    return waypointOf(this.labels, name);
  },
});

/** Where no namespace is said to join the mesh, those that are not declared are taken as if their labels did. */
function joined(set: DeclaredSet, namespaces: readonly Namespace[]): Namespace[] {
  const waypoints = new Set(
    set
      .all(Kind.ApiGateway)
      .filter(({ spec }) => known(() => spec.gatewayClassName) === waypointClass)
      .map(({ id }) => id.namespace),
  );
  const labelsOf = (name: string): Labels =>
    waypoints.has(name) ? { [dataplaneModeLabel]: "ambient" } : { [injectionLabel]: "enabled" };
  return namespaces.map((one) =>
    one.declared ? one : namespaceOf(one.name, { labels: labelsOf(one.name) }, true),
  );
}

/**
 * Every namespace that is declared, or in which something is. `assumes` says whether a set of which nothing
 * says how it joins the mesh is taken as one that does.
 */
export function namespacesOf(set: DeclaredSet, assumes = false): ReadonlyMap<string, Namespace> {
  const all = set.namespaces().map((name) => {
    const own = set.find(Kind.Namespace, "", name);
    return namespaceOf(name, own);
  });
  const isSilent = assumes && all.every((one) => known(() => one.mode) === "none");
  return new Map((isSilent ? joined(set, all) : all).map((one) => [one.name, one]));
}
