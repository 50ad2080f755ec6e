import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import { injectionLabel, namespaceNameLabel, podSecurityLabel } from "../../values/known-names";
import { discovered } from "../control-plane/discovery-selectors";
import { refusesInit } from "../control-plane/pod-security-level";
import { defaultRevision } from "../control-plane/revision";
import { revisionDemand } from "../control-plane/revision-known";
import type { WaypointName } from "../program/facts/namespace-facts";
import { type Labels, plainLabels } from "../program/labels";
import { namedWaypoint } from "../program/named-waypoint";
import {
  type Demand,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../program/part";
import type { View } from "../program/view";
import { enrolmentLabels } from "./enrolment-labels";
import { MeshMode, type MeshNamespaceArgs } from "./mesh-namespace-args";
import { namespacePart } from "./own-namespace";

/** Arguments that are safe to use, with the name of the namespace. */
type Namespace = MeshNamespaceArgs & { name: pulumi.Input<string> };

/** Level among its own labels, as far as these are known while the program runs. */
const ownLevel = ({ labels }: Namespace): pulumi.Input<string> | undefined =>
  recall(labels ?? {})?.[podSecurityLabel];

/** Level of the namespace, from its labels or from whoever declared it before. */
function podSecurityOf(args: Namespace, program: View): string | undefined {
  const { name } = args;
  const own = ownLevel(args);
  return own === undefined
    ? program.said("namespace", [name]).flatMap(({ podSecurity }) => podSecurity ?? [])[0]
    : recall(own);
}

function waypointOf({ name, waypoint, waypointNamespace }: Namespace): WaypointName | undefined {
  if (waypoint === undefined) {
    return undefined;
  }
  const [known, namespace] = [recall(waypoint), recall(waypointNamespace ?? name)];
  return known === undefined || namespace === undefined ? "later" : { namespace, name: known };
}

/** All labels that the namespace has, where nobody else may set some. */
function labelsOf(args: Namespace): Labels | undefined {
  const given = recall(args.labels ?? {});
  const enrolment = enrolmentLabels(args);
  return given && plainLabels({ ...given, ...enrolment, [namespaceNameLabel]: args.name });
}

/** How the Pods are in the mesh, which policies and routes rely on. */
function namespaceFact(args: Namespace): Fact {
  const waypoint = waypointOf(args);
  const labels = args.adopt ? undefined : labelsOf(args);
  const revision =
    args.dataPlaneMode === MeshMode.Sidecar ? recall(args.revision ?? defaultRevision) : undefined;
  const podSecurity = ownLevel(args);
  const level = podSecurity && recall(podSecurity);
  return fact({
    topic: "namespace",
    key: [args.name],
    path: "dataPlaneMode",
    value: {
      mode: args.dataPlaneMode,
      ...(enrolmentLabels(args)[injectionLabel] === "disabled" && { injectsNothing: true }),
      ...(revision !== undefined && { revision }),
      ...(waypoint && { waypoint }),
      ...(labels && { labels }),
      ...(args.ingressUseWaypoint && { ingressUseWaypoint: true }),
      ...(level !== undefined && { podSecurity: level }),
    },
  });
}

/** Sidecars need an istiod of their revision, and their Pods have to be let in. */
function sidecarDemands(args: Namespace, program: View): Demand[] {
  const { revision } = args;
  const level = podSecurityOf(args, program);
  const path = ownLevel(args) === undefined ? "dataPlaneMode" : `labels["${podSecurityLabel}"]`;
  return [
    revisionDemand(revision, revision === undefined ? "dataPlaneMode" : "revision"),
    ...(refusesInit(level)
      ? [
          revisionDemand(revision, path, ({ owner, cniRedirects }) =>
            cniRedirects
              ? undefined
              : `${shown(level)} lets no Pod in that has the init container of a sidecar; write cni: true on ${owner}, and the CNI agent takes its place`,
          ),
        ]
      : []),
  ];
}

/**
 * Nodes without ztunnel carry no traffic of ambient Pods. Not refused: namespaces may be labelled before
 * the control plane follows.
 */
const ztunnelIsThere: EndCheck = {
  path: "dataPlaneMode",
  reason(program) {
    const [shared] = program.said("sharedParts", []);
    return shared === undefined || shared.profile === "ambient"
      ? undefined
      : `"ambient" needs ztunnel on the nodes, and ${shared.owner} has the profile ${shown(shared.profile)}; write profile: "ambient" there`;
  },
};

/** The waypoint that the namespace names is to be there, and to take its requests. */
function waypointUse(args: Namespace): Required<Pick<Part, "demands" | "atEnd">> {
  const { name, waypoint, waypointNamespace } = args;
  return waypoint === undefined
    ? { demands: [], atEnd: [] }
    : namedWaypoint({
        waypoint,
        ...(waypointNamespace !== undefined && { waypointNamespace }),
        namespace: name,
        path: "waypoint",
        passes: "namespace",
      });
}

const partOf: Record<
  MeshMode,
  (args: Namespace, program: View) => Pick<Part, "demands" | "atEnd">
> = {
  [MeshMode.Sidecar]: (args, program) => ({ demands: sidecarDemands(args, program) }),
  [MeshMode.Ambient]: (args) => {
    const { demands, atEnd } = waypointUse(args);
    return { demands, atEnd: [ztunnelIsThere, ...atEnd] };
  },
  [MeshMode.None]: () => ({}),
};

/** Kubernetes makes it with the cluster, so that creating it fails in the middle of an update. */
const alwaysThere = "default";

const createdTwice = ({ name }: Namespace): EndCheck => ({
  path: "name",
  names: [name],
  reason: (_, [known]) =>
    known === alwaysThere
      ? `"${alwaysThere}" is there in every cluster, and the API server refuses to create it again; write adopt: true, or let Pulumi take over what is there (kubernetes:upsertExistingObjects: "true")`
      : undefined,
});

/** What a namespace claims, how it is in the mesh, and what that relies on. */
export function meshNamespacePart(args: Namespace, program: View): Part {
  const { name, adopt } = args;
  const own = adopt
    ? { claims: [], demands: [] }
    : namespacePart(name, "name", "write adopt: true, or give it another name");
  const enrolment = objectClaim(
    "enrolment of namespace",
    [name],
    "name",
    "declare a namespace in one place",
  );
  const { demands = [], atEnd = [] } = partOf[args.dataPlaneMode](args, program);
  const isInMesh = args.dataPlaneMode !== MeshMode.None;
  return {
    claims: [...own.claims, enrolment],
    facts: [namespaceFact(args)],
    demands: [
      ...own.demands,
      ...demands,
      ...(isInMesh && !adopt ? discovered(labelsOf(args), args.revision) : []),
    ],
    atEnd: [...atEnd, ...(adopt ? [] : [createdTwice(args)])],
  };
}
