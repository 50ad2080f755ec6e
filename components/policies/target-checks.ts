import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../../arguments/shown";
import { didYouMean } from "../../values/closest";
import type { WaypointFact } from "../program/facts/namespace-facts";
import { undeclaredWaypoint } from "../program/named-waypoint";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import type { PolicyArgs, PolicyTargetKind } from "./policy-args";
import { classPerhapsElsewhere } from "./root-namespace";
import {
  isUsed,
  namedLikeThat,
  type Place,
  pastGateway,
  pastWaypoint,
  type Served,
  versionsWithout,
  waypointFor,
} from "./waypoint-use";

const elsewhere = "; where another program does so, all is well";
const enrol = "set its enrol or enrolServices, or waypoint of MeshNamespace";

/** A target, and what becomes of a policy that nothing heeds. */
interface Judged {
  program: View;
  place: Place;
  /** What follows, e.g. `nothing enforces the policy`. */
  effect: string;
}

const wordsFor: Record<Served, string> = { service: "Service", serviceEntry: "ServiceEntry" };

function nowhere({ program, place: { namespace, name }, effect }: Judged, kind: Served): string {
  const [there] = program.said("waypoint").filter((fact) => fact.namespace === namespace);
  const own = kind === "serviceEntry" ? "write waypoint in the ExternalService, or " : "";
  const way = there
    ? `${own}${there.owner} is there, but nothing sends requests through it: ${enrol}`
    : `${own}declare a Waypoint for ${namespace}, and set its enrol or enrolServices`;
  return `is ${wordsFor[kind]} ${namespace}/${name}, which has no waypoint in this program; without one ${effect}: ${way}${elsewhere}`;
}

/** Why no waypoint judges requests to what the target names, or nothing. */
function unenforced(judged: Judged, kind: Served): string | undefined {
  const { program, place, effect } = judged;
  const used = waypointFor(program, place, kind);
  const what = wordsFor[kind];
  if (used === "later") {
    return undefined;
  }
  if (used === undefined) {
    return nowhere(judged, kind);
  }
  if (used.name === "none") {
    return `is ${what} ${place.namespace}/${place.name}, whose label istio.io/use-waypoint says "none": without a waypoint ${effect}`;
  }
  const takes = namedLikeThat(program, used);
  return takes?.waypointFor === "workload" || takes?.waypointFor === "none"
    ? `is a ${what}, and ${takes.owner} is for "${takes.waypointFor}": requests to Services do not pass it, and ${effect}; set its waypointFor to "service" or "all"`
    : undefined;
}

const judgeService = (judged: Judged): string | undefined =>
  unenforced(judged, "service") ??
  pastGateway(judged.program, judged.place) ??
  versionsWithout(judged.program, judged.place);

function judgeServiceEntry(judged: Judged): string | undefined {
  const { program, place, effect } = judged;
  const { namespace, name } = place;
  return program.said("serviceEntry", [namespace, name]).length > 0
    ? unenforced(judged, "serviceEntry")
    : `${shown(name)} is no ServiceEntry of ${namespace} that this program declares, by an ExternalService or without; where there is none, ${effect}`;
}

/** What is behind a waypoint passes it only when something says so. */
const unused = ({ program, effect }: Judged, waypoint: WaypointFact): string | undefined => {
  if (waypoint.waypointFor === "none") {
    return `is ${waypoint.owner}, which is for "none": nothing passes it, and ${effect}`;
  }
  return isUsed(program, waypoint)
    ? pastWaypoint(program, waypoint, effect)
    : `is ${waypoint.owner}, through which nothing in this program sends requests, so that ${effect}: ${enrol}${elsewhere}`;
};

const ofIstio = ({ namespace, name }: Place, effect: string): string =>
  `is the Gateway ${namespace}/${name} of Istio's own API, and a target is a Gateway of the Gateway API: ${effect}; choose the Pods of the gateway by selector`;

function undeclared({ program, place, effect }: Judged): string {
  const { namespace, name } = place;
  const waypoints = program.said("waypoint");
  const away = waypoints.find((one) => one.name === name && one.namespace !== undefined);
  const known = [
    ...waypoints.map((one) => `${one.namespace}/${one.name}`),
    ...program.said("gateway").flatMap((one) => one.gateway ?? []),
  ]
    .filter((one) => one.startsWith(`${namespace}/`))
    .map((one) => one.slice(namespace.length + 1));
  const way = away
    ? `; ${away.owner} of that name is in namespace ${away.namespace}, where the policy has to be too`
    : didYouMean(name, known);
  return `${shown(name)} is no Gateway or Waypoint of ${namespace} that this program declares; where there is none, ${effect}${way}`;
}

function judgeGateway(judged: Judged): string | undefined {
  const { program, place, effect } = judged;
  const waypoint = namedLikeThat(program, place);
  const gateways = program.said("gateway", [place.namespace, place.name]);
  if (waypoint) {
    return unused(judged, waypoint);
  }
  const [first] = gateways;
  if (first && gateways.every(({ dialect }) => dialect === "istio")) {
    return ofIstio(place, effect);
  }
  return first ? undefined : undeclared(judged);
}

/** What stands at a waypoint, which has to be there and to be passed; `effect` is what follows if not. */
export const waypointCheck = (
  [namespace, waypoint]: readonly [namespace: pulumi.Input<string>, waypoint: pulumi.Input<string>],
  path: string,
  effect: string,
): EndCheck => ({
  path,
  names: [namespace, waypoint],
  reason(program, names) {
    const [where = "", name = ""] = names;
    const place = { namespace: where, name };
    const fact = namedLikeThat(program, place);
    return fact
      ? unused({ program, place, effect }, fact)
      : undeclaredWaypoint(names, program.said("waypoint"), effect);
  },
});

const judges: Record<PolicyTargetKind, (judged: Judged) => string | undefined> = {
  Service: judgeService,
  ServiceEntry: judgeServiceEntry,
  Gateway: judgeGateway,
  // Waypoints of all namespaces, those to come too.
  GatewayClass: ({ program, place: { namespace } }) => classPerhapsElsewhere(program, namespace),
};

/** What a policy names has to be there, and requests have to pass it; both may be declared after it. */
export const targetChecks = (
  { namespace, targets = [] }: Pick<PolicyArgs, "namespace" | "targets">,
  effect = "nothing enforces the policy",
  path = "targets",
): EndCheck[] =>
  targets.map(({ kind, name }, i) => ({
    path: `${path}[${i}]`,
    names: [namespace, name],
    reason: (program, [where = "", what = ""]) =>
      judges[kind]({ program, place: { namespace: where, name: what }, effect }),
  }));
