import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { closest } from "../../../values/closest";
import { minorOf } from "../../../values/version";
import { istiodDemand, revisionDemand } from "../../control-plane/revision-known";
import type { ControlPlaneFact } from "../../program/facts/control-plane-facts";
import type { WaypointName } from "../../program/facts/namespace-facts";
import { plainLabels } from "../../program/labels";
import { notChosen } from "../../program/named-waypoint";
import {
  type Claim,
  type Demand,
  demand,
  type EndCheck,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import { type WaypointArgs, WaypointScope } from "./waypoint-args";
import { onlyOneWaypoint, serviceWaypointClaim } from "./waypoint-claim";

/** What was planned, before the program hears of it. */
interface Planned {
  owner: string;
  args: WaypointArgs;
  namespace: pulumi.Input<string>;
  name: pulumi.Input<string>;
  hasParameters: boolean;
}

const anotherName = "give the waypoint another name";

/** Objects that it makes, those that istiod makes for it, and whose waypoint it is. */
function claims({ args, namespace, name, hasParameters }: Planned): Claim[] {
  const { enrol, enrolServices = [], canaryWeight } = args;
  const role = canaryWeight === undefined ? "waypoint" : "canary waypoint";
  const parameters = whenKnown([name], (known: string) => `${known}-parameters`);
  return [
    objectClaim("Gateway of the Gateway API", [namespace, name], "name", anotherName),
    objectClaim("Service", [namespace, name], "name", anotherName),
    ...(hasParameters
      ? [objectClaim("ConfigMap", [namespace, parameters], "name", anotherName)]
      : []),
    ...(enrol
      ? [{ what: `${role} of namespace`, key: [namespace], path: "enrol", way: onlyOneWaypoint }]
      : []),
    ...enrolServices.map((service, i) => ({
      ...serviceWaypointClaim(namespace, service, `enrolServices[${i}]`),
      what: `${role} of Service`,
    })),
  ];
}

const inWords = (waypoint: WaypointName): string =>
  waypoint === "later" ? "a waypoint" : `waypoint ${JSON.stringify(waypoint.name)}`;

/** The share of a canary waypoint is a label that older istiods do not read: all of it is for nothing. */
const readsShare = ({ owner, handle }: ControlPlaneFact): string | undefined => {
  const version = recall(handle.version as pulumi.Input<string | undefined>);
  return version !== undefined && minorOf(version) < 31
    ? `needs Istio 1.31, and ${owner} is ${version}, which does not read the label: no connection would pass this waypoint; upgrade it first`
    : undefined;
};

function demands({ args, namespace, name }: Planned): Demand[] {
  return [
    revisionDemand(args.revision, "revision"),
    ...(args.canaryWeight === undefined
      ? []
      : [istiodDemand(args.revision, "canaryWeight", readsShare)]),
    demand({
      topic: "service",
      key: [namespace, name],
      path: "name",
      test: () =>
        "is a Service of the program already, and istiod creates one of this name for the waypoint",
    }),
    ...(args.enrol
      ? [
          demand({
            topic: "namespace",
            key: [namespace],
            path: "enrol",
            test: ({ mode, waypoint }) => {
              if (mode === "sidecar") {
                return 'labels a namespace of mode "sidecar", where nothing passes a waypoint; its mode has to be "ambient"';
              }
              return waypoint !== undefined && args.canaryWeight === undefined
                ? `labels a namespace that names ${inWords(waypoint)} by itself; set one of enrol and the namespace's waypoint`
                : undefined;
            },
          }),
        ]
      : []),
  ];
}

const isOnlyOwn = ({ allowedNamespaces, namespaceSelector }: WaypointArgs): boolean =>
  namespaceSelector === undefined &&
  (allowedNamespaces === undefined || allowedNamespaces === WaypointScope.Same);

/** What it enrols is in its own namespace, which a selector may leave out. */
const ownIsChosen = ({ args: { enrol }, namespace, name }: Planned): EndCheck => ({
  path: enrol ? "enrol" : "enrolServices",
  names: [namespace, name],
  reason: (program, [own = "", waypoint = ""]) =>
    program
      .said("waypoint", [own, waypoint])
      .map((fact) => notChosen(program, own, fact))
      .find((reason) => reason !== undefined),
});

/** A Service that is called nearly like one of the program, and not quite. */
const servicesAreThere = ({ args: { enrolServices = [] }, namespace }: Planned): Demand[] =>
  enrolServices.map((service, i) =>
    demand({
      topic: "service",
      key: [namespace, service],
      path: `enrolServices[${i}]`,
      test: () => undefined,
      missing(all, [own]) {
        const there = all.flatMap(({ place }) =>
          place && place.namespace === own ? [place.name] : [],
        );
        const meant = closest(service, there);
        return meant === undefined
          ? undefined
          : `${shown(service)} is no Service that this program declares in ${own}, and labelling what is not there fails; did you mean ${shown(meant)}?`;
      },
    }),
  );

/** What a waypoint says to the program. */
export function waypointPart(planned: Planned): Part {
  const { owner, args, namespace, name } = planned;
  const { enrol, enrolServices = [], waypointFor } = args;
  const known = { namespace: recall(namespace), name: recall(name) };
  const chosen = args.namespaceSelector && plainLabels(args.namespaceSelector);
  const traffic = waypointFor === undefined ? undefined : recall(waypointFor);
  return {
    claims: claims(planned),
    facts: [
      fact({
        topic: "waypoint",
        key: [namespace, name],
        value: {
          owner,
          ...(known.namespace !== undefined && { namespace: known.namespace }),
          ...(known.name !== undefined && { name: known.name }),
          ...(traffic !== undefined && { waypointFor: traffic }),
          ...(isOnlyOwn(args) && { onlyOwnNamespace: true }),
          ...(chosen && { namespaceSelector: chosen }),
          ...(args.ingressUseWaypoint && { ingressUseWaypoint: true }),
          enrols: enrol ? "namespace" : enrolServices,
        },
        path: "name",
      }),
    ],
    demands: [...demands(planned), ...servicesAreThere(planned)],
    atEnd: enrol || enrolServices.length > 0 ? [ownIsChosen(planned)] : [],
  };
}
