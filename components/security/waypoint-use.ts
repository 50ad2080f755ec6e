import type * as pulumi from "@pulumi/pulumi";
import { waypointOf } from "../program/declared-object";
import { recall } from "../program/known-output";
import type { EndCheck } from "../program/part";
import type { WaypointFact } from "../program/topics";
import type { View } from "../program/view";
import type { PolicyArgs } from "./policy-args";
import { PolicyTargetKind } from "./policy-target-kind";

interface Place {
  namespace: string;
  name: string;
}

const serves = ({ enrols }: WaypointFact, service: string): boolean =>
  enrols === "namespace" || enrols.includes(service);

const enrolling = (program: View, { namespace, name }: Place): WaypointFact[] =>
  program
    .said("waypoint")
    .filter((waypoint) => waypoint.namespace === namespace && serves(waypoint, name));

/** Which waypoint requests to a Service pass, as far as the program says so. */
export function waypointFor(program: View, { namespace, name }: Place): Place | undefined {
  const labelled = program
    .said("service", [namespace, name])
    .flatMap(({ declared }) => waypointOf(declared?.labels, namespace) ?? []);
  const enrolled = enrolling(program, { namespace, name }).map(
    (waypoint): Place => ({ namespace, name: waypoint.name ?? "" }),
  );
  const inherited = program
    .said("namespace", [namespace])
    .flatMap(({ waypoint }) => waypoint ?? []);
  return [...labelled, ...enrolled, ...inherited][0];
}

const ingressLabel = "istio.io/ingress-use-waypoint";

/** Whether requests from gateways pass the waypoint, too. */
const gatewaysPass = (program: View, place: Place): boolean =>
  program
    .said("service", [place.namespace, place.name])
    .some(({ declared }) => ingressLabel in ((declared?.labels ?? {}) as object)) ||
  [...enrolling(program, place), ...program.said("namespace", [place.namespace])].some(
    ({ ingressUseWaypoint }) => ingressUseWaypoint,
  );

/** A gateway that sends requests to a Service past its waypoint, and past the policies there. */
function pastGateway(program: View, place: Place): string | undefined {
  const { namespace, name } = place;
  const route = program
    .said("gatewayRoute")
    .find(({ host }) => host.startsWith(`${name}.${namespace}.svc.`));
  return route && !gatewaysPass(program, place)
    ? `is Service ${namespace}/${name}, to which ${route.owner} sends requests past the waypoint, so the policy does not hold for them: set ingressUseWaypoint where the waypoint is named`
    : undefined;
}

export const namedLikeThat = (
  program: View,
  { namespace, name }: Place,
): WaypointFact | undefined => program.said("waypoint", [namespace, name])[0];

const elsewhere = "; where another program does so, all is well";

function nowhere(program: View, { namespace, name }: Place): string {
  const [there] = program.said("waypoint").filter((fact) => fact.namespace === namespace);
  const way = there
    ? `${there.owner} is there, but nothing sends requests through it: set its enrol or enrolServices, or waypoint of MeshNamespace`
    : `declare a Waypoint for ${namespace}, and set its enrol or enrolServices`;
  return `is Service ${namespace}/${name}, which has no waypoint in this program; without one nothing enforces the policy: ${way}${elsewhere}`;
}

/** Why nothing judges requests to a Service by policies, or nothing. */
export function unenforced(program: View, service: Place): string | undefined {
  const used = waypointFor(program, service);
  if (used === undefined) {
    return nowhere(program, service);
  }
  if (used.name === "none") {
    return `is Service ${service.namespace}/${service.name}, whose label istio.io/use-waypoint says "none": without a waypoint nothing enforces the policy`;
  }
  const takes = namedLikeThat(program, used);
  return takes?.waypointFor === "workload" || takes?.waypointFor === "none"
    ? `is a Service, and ${takes.owner} is for "${takes.waypointFor}": requests to Services do not pass it, and nothing enforces the policy; set its waypointFor to "service" or "all"`
    : pastGateway(program, service);
}

/** Services of versions that stand beside the one that a waypoint enrols by itself. */
function versionsWithout(program: View, place: Place): string | undefined {
  const { namespace, name } = place;
  const [one] = enrolling(program, place).filter(({ enrols }) => enrols !== "namespace");
  const inherited = program.said("namespace", [namespace]).some(({ waypoint }) => waypoint);
  if (!one || inherited || enrolling(program, place).length > 1) {
    return undefined;
  }
  const [canary] = program.said("canaryServices", [namespace, name]);
  const without = canary?.names.filter((version) => !serves(one, version)) ?? [];
  return canary && without.length > 0
    ? `is Service ${namespace}/${name}, of which ${canary.owner} has made ${without.join(", ")}: ${one.owner} enrols none of these, and who calls them by name gets past the policy; write enrol: true there, or "istio.io/use-waypoint" among the labels of the canary`
    : undefined;
}

/** Targets that are Services have to be behind a waypoint; it may be declared after the policy. */
export const checksOfWaypoints = ({ namespace, targets = [] }: PolicyArgs): EndCheck[] =>
  targets.flatMap(({ kind, name }, i): EndCheck[] => {
    const service = known(namespace, name);
    return kind === PolicyTargetKind.Service && service
      ? [
          {
            path: `targets[${i}]`,
            reason: (program) => unenforced(program, service) ?? versionsWithout(program, service),
          },
        ]
      : [];
  });

function known(namespace: pulumi.Input<string>, name: pulumi.Input<string>): Place | undefined {
  const place = { namespace: recall(namespace), name: recall(name) };
  return place.namespace !== undefined && place.name !== undefined
    ? { namespace: place.namespace, name: place.name }
    : undefined;
}
