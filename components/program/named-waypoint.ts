import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import { didYouMean } from "../../values/closest";
import { useWaypointLabel, useWaypointNamespaceLabel } from "../../values/known-names";
import type { WaypointFact } from "./facts/namespace-facts";
import { demand, type Part } from "./part";
import { fields } from "./plain-fields";
import type { View } from "./view";

/** Who names a waypoint, and what is to pass it. */
export interface NamedWaypoint {
  waypoint: pulumi.Input<string>;
  /** Namespace of the waypoint. @default - that of who names it */
  waypointNamespace?: pulumi.Input<string>;
  /** Namespace of who names it. */
  namespace: pulumi.Input<string>;
  /** Argument that names it. */
  path: string;
  /** Requests to Services alone, or whatever a namespace has. */
  passes: "services" | "namespace";
}

/** Why a waypoint does not take what is to pass it, or nothing. `own` is where that is. */
function notTaken(
  { owner, namespace, waypointFor, onlyOwnNamespace }: WaypointFact,
  { passes }: NamedWaypoint,
  own: string | undefined,
): string | undefined {
  if (waypointFor === "none") {
    return `is ${owner}, which is for "none": nothing passes it`;
  }
  if (waypointFor === "workload" && passes === "services") {
    return `is ${owner}, which is for "workload": requests to Services do not pass it; set its waypointFor to "service" or "all"`;
  }
  const isForeign = own !== undefined && namespace !== undefined && own !== namespace;
  return isForeign && onlyOwnNamespace
    ? `is ${owner}, which lets no other namespace in; set its allowedNamespaces or namespaceSelector`
    : undefined;
}

/** Why a namespace is not among those that a waypoint chooses, as far as all labels are known. */
export function notChosen(program: View, own: string, waypoint: WaypointFact): string | undefined {
  const labels = program.said("namespace", [own]).find((one) => one.labels)?.labels;
  const { owner, namespaceSelector = {} } = waypoint;
  const lacking = Object.entries(namespaceSelector).filter(
    ([key, value]) => labels !== undefined && labels[key] !== value,
  );
  const words = lacking.map(([key, value]) => `${key}: ${value}`).join(", ");
  return lacking.length === 0
    ? undefined
    : `is ${owner}, whose namespaceSelector does not choose namespace ${own}: nothing there passes it; give the namespace the label ${words}`;
}

/** What is said of a waypoint that nobody declares; `effect` is what follows where there is none. */
export function undeclaredWaypoint(
  [namespace = "", name = ""]: readonly string[],
  all: readonly WaypointFact[],
  effect: string,
): string {
  const elsewhere = all.find((one) => one.name === name && one.namespace !== undefined);
  const there = all.flatMap((one) => (one.namespace === namespace ? (one.name ?? []) : []));
  const way = elsewhere
    ? `; ${elsewhere.owner} of that name is in namespace ${elsewhere.namespace}: name that as well`
    : didYouMean(name, there);
  return `${shown(name)} is a waypoint that nothing in this program declares; where there is none, ${effect}${way}`;
}

const goPast = "requests go past all policies and routes for it";

/** Where there is no such waypoint, or it takes others, requests go past it and all that it was to judge. */
export function namedWaypoint(named: NamedWaypoint): Required<Pick<Part, "demands" | "atEnd">> {
  const { waypoint, waypointNamespace, namespace, path } = named;
  const key = [waypointNamespace ?? namespace, waypoint];
  const isLate = recall(namespace) === undefined;
  return {
    demands: [
      demand({
        topic: "waypoint",
        key,
        path,
        test: (fact) => notTaken(fact, named, recall(namespace)),
        // Istio's word for no waypoint, in a label that somebody wrote himself.
        missing: (all, names) =>
          names[1] === "none" ? undefined : undeclaredWaypoint(names, all, goPast),
      }),
    ],
    atEnd: [
      {
        path,
        names: [namespace, ...key],
        reason: (program, [own = "", ...at]) =>
          program
            .said("waypoint", at)
            .map(
              (fact) =>
                // What was known from the start was refused.
                (isLate ? notTaken(fact, named, own) : undefined) ?? notChosen(program, own, fact),
            )
            .find((reason) => reason !== undefined),
      },
    ],
  };
}

/** The same of a waypoint that is named by a label, which stands in `path`. */
export function labelledWaypoint(
  labels: unknown,
  namespace: pulumi.Input<string>,
  passes: NamedWaypoint["passes"],
  path: string,
): Required<Pick<Part, "demands" | "atEnd">> {
  const all = fields(labels) as Record<string, pulumi.Input<string> | undefined>;
  const { [useWaypointLabel]: waypoint, [useWaypointNamespaceLabel]: waypointNamespace } = all;
  return waypoint === undefined
    ? { demands: [], atEnd: [] }
    : namedWaypoint({
        waypoint,
        ...(waypointNamespace !== undefined && { waypointNamespace }),
        namespace,
        path: `${path}[${JSON.stringify(useWaypointLabel)}]`,
        passes,
      });
}
