import { ingressUseWaypointLabel } from "../../values/known-names";
import { serviceOfHost } from "../../values/service-host";
import type { WaypointFact, WaypointName } from "../program/facts/namespace-facts";
import type { ServiceFact } from "../program/facts/service-facts";
import { fields } from "../program/plain-fields";
import type { View } from "../program/view";
import { waypointOf } from "../program/waypoint-label";

/** A namespace, and a name there. */
export interface Place {
  namespace: string;
  name: string;
}

/** The Service that a full host stands for; nothing for a host outside. */
export function placeOf(host: string): Place | undefined {
  const [namespace, name] = serviceOfHost(host) ?? [];
  return name === undefined || namespace === undefined ? undefined : { namespace, name };
}

/** What has a waypoint of its own, or that of its namespace. */
export type Served = "service" | "serviceEntry";

const serves = ({ enrols }: WaypointFact, service: string, kind: Served = "service"): boolean =>
  enrols === "namespace" || (kind === "service" && enrols.includes(service));

const enrolling = (program: View, { namespace, name }: Place, kind?: Served): WaypointFact[] =>
  program
    .said("waypoint")
    .filter((waypoint) => waypoint.namespace === namespace && serves(waypoint, name, kind));

/** What the labels of a Service name. */
const labelled = ({ declared }: ServiceFact, namespace: string): WaypointName[] => {
  const waypoint = waypointOf(declared?.labels, namespace);
  return waypoint ? [waypoint] : [];
};

/** Which waypoint requests to a Service or a ServiceEntry pass, as far as the program says so. */
export function waypointFor(
  program: View,
  place: Place,
  kind: Served = "service",
): WaypointName | undefined {
  const { namespace, name } = place;
  const own =
    kind === "service"
      ? program.said("service", [namespace, name]).flatMap((fact) => labelled(fact, namespace))
      : program.said("serviceEntry", [namespace, name]).flatMap(({ waypoint }) => waypoint ?? []);
  const enrolled = enrolling(program, place, kind).map(
    (waypoint): Place => ({ namespace, name: waypoint.name ?? "" }),
  );
  const inherited = program
    .said("namespace", [namespace])
    .flatMap(({ waypoint }) => waypoint ?? []);
  return [...own, ...enrolled, ...inherited][0];
}

/** Whether the program sends anything through a waypoint; what names one later may mean this one. */
export function isUsed(program: View, waypoint: WaypointFact): boolean {
  const { namespace = "", name, enrols } = waypoint;
  const named = [
    ...program.said("namespace").flatMap(({ waypoint }) => waypoint ?? []),
    ...program.said("serviceEntry").flatMap((entry) => entry.waypoint ?? []),
    ...program.said("service").flatMap((service) => labelled(service, namespace)),
    ...program.said("workload").flatMap(({ labels }) => waypointOf(labels, namespace) ?? []),
  ];
  return (
    enrols === "namespace" ||
    enrols.length > 0 ||
    named.some((one) => one === "later" || (one.namespace === namespace && one.name === name))
  );
}

/** The program's waypoint of that name; undefined where another program or nobody makes it. */
export const namedLikeThat = (
  program: View,
  { namespace, name }: Place,
): WaypointFact | undefined => program.said("waypoint", [namespace, name])[0];

/** Whether requests from gateways pass the waypoint, too. */
export const gatewaysPass = (program: View, place: Place): boolean =>
  program
    .said("service", [place.namespace, place.name])
    .some(({ declared }) => ingressUseWaypointLabel in fields(declared?.labels)) ||
  [...enrolling(program, place), ...program.said("namespace", [place.namespace])].some(
    ({ ingressUseWaypoint }) => ingressUseWaypoint,
  );

/** A gateway that sends requests to a Service past its waypoint, and past the policies there. */
export function pastGateway(program: View, place: Place): string | undefined {
  const { namespace, name } = place;
  const route = program
    .said("gatewayRoute")
    .find(({ host }) => host.startsWith(`${name}.${namespace}.svc.`));
  return route && !gatewaysPass(program, place)
    ? `is Service ${namespace}/${name}, to which ${route.owner} sends requests past the waypoint, so the policy does not hold for them: set ingressUseWaypoint where the waypoint is named`
    : undefined;
}

/** The same of all Services that a waypoint serves. */
export function pastWaypoint(
  program: View,
  waypoint: WaypointFact,
  effect: string,
): string | undefined {
  const past = program.said("gatewayRoute").flatMap(({ owner, host }) => {
    const place = placeOf(host);
    return place ? [{ owner, ...place }] : [];
  });
  const found = past.find((place) => {
    const used = waypointFor(program, place);
    const isThis =
      typeof used === "object" &&
      used.namespace === waypoint.namespace &&
      used.name === waypoint.name;
    return isThis && !gatewaysPass(program, place);
  });
  return (
    found &&
    `is ${waypoint.owner}, past which ${found.owner} sends requests to ${found.namespace}/${found.name}, and for those ${effect}: set ingressUseWaypoint where the waypoint is named`
  );
}

/** Services of versions that stand beside the one that a waypoint enrols by itself. */
export function versionsWithout(program: View, place: Place): string | undefined {
  const { namespace, name } = place;
  const [one] = enrolling(program, place).filter(({ enrols }) => enrols !== "namespace");
  const inherited = program.said("namespace", [namespace]).some((fact) => fact.waypoint);
  if (!one || inherited || enrolling(program, place).length > 1) {
    return undefined;
  }
  const [canary] = program.said("canaryServices", [namespace, name]);
  const without = canary?.names.filter((version) => !serves(one, version)) ?? [];
  return canary && without.length > 0
    ? `is Service ${namespace}/${name}, of which ${canary.owner} has made ${without.join(", ")}: ${one.owner} enrols none of these, and who calls them by name gets past the policy; write enrol: true there, or "istio.io/use-waypoint" among the labels of the canary`
    : undefined;
}
