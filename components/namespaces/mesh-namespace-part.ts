import type * as pulumi from "@pulumi/pulumi";
import { refusesInit } from "../install/pod-security-level";
import { revisionDemand } from "../install/revision-known";
import { recall } from "../program/known-output";
import {
  type Demand,
  demand,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../program/part";
import type { NamespaceFact } from "../program/topics";
import type { View } from "../program/view";
import { shown } from "../validation/shown";
import { MeshMode } from "./mesh-mode";
import type { MeshNamespaceArgs } from "./mesh-namespace-args";
import { namespacePart } from "./own-namespace";

type Namespace = MeshNamespaceArgs & { name: pulumi.Input<string> };

const podSecurityLabel = "pod-security.kubernetes.io/enforce";

/** Level of the namespace, from its labels or from whoever declared it before. */
function podSecurityOf({ name, labels }: Namespace, program: View): string | undefined {
  const own = labels?.[podSecurityLabel];
  return own === undefined
    ? program.said("namespace", [name]).flatMap(({ podSecurity }) => podSecurity ?? [])[0]
    : recall(own);
}

function waypointOf({ name, waypoint, waypointNamespace }: Namespace): NamespaceFact["waypoint"] {
  const known = waypoint && recall(waypoint);
  const namespace = recall(waypointNamespace ?? name);
  return known === undefined || namespace === undefined ? undefined : { namespace, name: known };
}

/** How the Pods are in the mesh, which policies and routes rely on. */
function namespaceFact(args: Namespace): Fact {
  const waypoint = waypointOf(args);
  const podSecurity = args.labels?.[podSecurityLabel];
  const level = podSecurity && recall(podSecurity);
  return fact({
    topic: "namespace",
    key: [args.name],
    path: "dataPlaneMode",
    value: {
      mode: args.dataPlaneMode,
      ...(waypoint && { waypoint }),
      ...(args.ingressUseWaypoint && { ingressUseWaypoint: true }),
      ...(level !== undefined && { podSecurity: level }),
    },
  });
}

/** Sidecars need an istiod of their revision, and their Pods have to be let in. */
function sidecarDemands(args: Namespace, program: View): Demand[] {
  const { revision } = args;
  const level = podSecurityOf(args, program);
  const path =
    args.labels?.[podSecurityLabel] === undefined
      ? "dataPlaneMode"
      : `labels["${podSecurityLabel}"]`;
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

/** Where there is no such waypoint, requests go past it, and past all that it was to judge. */
function waypointDemand(args: Namespace): Demand[] {
  const { waypoint } = args;
  if (waypoint === undefined) {
    return [];
  }
  const path = "waypoint";
  const foreign = args.waypointNamespace !== undefined;
  return [
    demand({
      topic: "waypoint",
      key: [args.waypointNamespace ?? args.name, waypoint],
      path,
      test: ({ owner, waypointFor, onlyOwnNamespace }) => {
        if (waypointFor === "none") {
          return `is ${owner}, which is for "none": nothing passes it`;
        }
        return foreign && onlyOwnNamespace
          ? `is ${owner}, which lets no other namespace in; set its allowedNamespaces or namespaceSelector`
          : undefined;
      },
      missing: () =>
        `${shown(recall(waypoint))} is a waypoint that nothing in this program declares; where there is none, requests go past all policies and routes for it`,
    }),
  ];
}

const demandsOf: Record<MeshMode, (args: Namespace, program: View) => Demand[]> = {
  [MeshMode.Sidecar]: sidecarDemands,
  [MeshMode.Ambient]: waypointDemand,
  [MeshMode.None]: () => [],
};

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
  return {
    claims: [...own.claims, enrolment],
    facts: [namespaceFact(args)],
    demands: [...own.demands, ...demandsOf[args.dataPlaneMode](args, program)],
    atEnd: args.dataPlaneMode === MeshMode.Ambient ? [ztunnelIsThere] : [],
  };
}
