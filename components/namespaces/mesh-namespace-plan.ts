import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Metadata, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkedWith } from "../../arguments/checked-with";
import { recall } from "../../arguments/known-output";
import { dnsLabel, dnsName, labelValue, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { checkUnique } from "../../arguments/unique";
import { namespaceNameLabel, podSecurityLabel } from "../../values/known-names";
import { discovered } from "../control-plane/discovery-selectors";
import { refusesInit } from "../control-plane/pod-security-level";
import { defaultRevision } from "../control-plane/revision";
import { istiodOf, revisionDemand } from "../control-plane/revision-known";
import { withMetadata } from "../metadata";
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
import { nothingSaid, type View } from "../program/view";
import {
  asText,
  enrolmentKeys,
  enrolmentLabels,
  type LabelledNamespace,
  revisionCounts,
} from "./enrolment-labels";
import { MeshMode, type MeshNamespaceArgs } from "./mesh-namespace-args";
import { checkDeletion, namespacePart } from "./own-namespace";
import { restartPatch } from "./restart";

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
function meshNamespacePart(args: Namespace, program: View): Part {
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

/** Arguments with all defaults filled in, and what follows from them. */
interface MeshNamespacePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<MeshNamespaceArgs>;
  name: pulumi.Input<string>;
  adopt: boolean;
  labels: pulumi.Input<Metadata> | undefined;
  annotations: pulumi.Input<Metadata> | undefined;
  /** Name of the adopted namespace, as soon as it is labelled and nothing undoes that. */
  adoptedName(labelled: pulumi.Output<LabelledNamespace>): pulumi.Input<string>;
  /** Patches by the name of their Deployment in this namespace. */
  restarts(
    namespace: pulumi.Input<string>,
  ): [deployment: string, patch: k8s.apps.v1.DeploymentPatchArgs][];
  part: Part;
  /** The control plane that injects here, if it was declared before: Pods made before it get no sidecar. */
  istiod?: pulumi.Resource;
}

/** istiod's webhook passes these over, and the CNI agent the first of them. */
const outOfReach = ["kube-system", "kube-public", "kube-node-lease"];

const inReach: Test<string> = (value) =>
  dnsLabel(value) ??
  (outOfReach.includes(value)
    ? `"${value}" cannot join the mesh: Istio leaves the namespaces of Kubernetes itself alone`
    : undefined);

const waypointName: Test<string> = (value) =>
  value === "none" ? `"none" means no waypoint to Istio; leave it out` : dnsLabel(value);

/** Arguments that a mode gives no meaning to. */
function checkMode(check: ArgumentCheck, args: MeshNamespaceArgs): void {
  const { dataPlaneMode, revision } = args;
  if (revision !== undefined && dataPlaneMode !== MeshMode.Sidecar) {
    const reason =
      dataPlaneMode === MeshMode.Ambient
        ? "a revision label would inject sidecars into the ambient namespace (IST0123)"
        : "nothing is injected there";
    check.fail(
      "revision",
      `is for dataPlaneMode "sidecar" only, and dataPlaneMode is "${dataPlaneMode}": ${reason}`,
    );
  }
  for (const key of ["waypoint", "waypointNamespace", "ingressUseWaypoint"] as const) {
    if (args[key] !== undefined && dataPlaneMode !== MeshMode.Ambient) {
      check.fail(
        key,
        `is for dataPlaneMode "ambient" only, and dataPlaneMode is "${dataPlaneMode}": clients with a sidecar do not pass it`,
      );
    }
  }
  if (args.waypointNamespace !== undefined && args.waypoint === undefined) {
    check.fail("waypointNamespace", "is the namespace of a waypoint; set waypoint as well");
  }
}

function checkRestart(check: ArgumentCheck, { restart }: MeshNamespaceArgs): void {
  if (restart?.deployments.length === 0) {
    check.fail("restart.deployments", "is empty; leave restart out");
  }
  const at = (i: number) => `restart.deployments[${i}]`;
  restart?.deployments.forEach((deployment, i) => {
    check.plain(at(i), deployment, dnsName);
  });
  checkUnique(check, restart?.deployments ?? [], at);
}

const patchForce = "pulumi.com/patchForce";

/** Throws one error with everything that is wrong. */
export function meshNamespacePlan(
  component: string,
  unchecked: MeshNamespaceArgs,
  program: View = nothingSaid,
): MeshNamespacePlan {
  const check = checkArguments("MeshNamespace", component, unchecked);
  const { args } = check;
  const { dataPlaneMode, adopt = false, takeOver, restart } = args;
  const name = check.input(
    "name",
    args.name ?? component,
    dataPlaneMode === MeshMode.None ? dnsLabel : inReach,
  );
  const revision = check.input("revision", args.revision, labelValue);
  const waypoint = check.input("waypoint", args.waypoint, waypointName);
  const waypointNamespace = check.input("waypointNamespace", args.waypointNamespace, dnsLabel);
  checkMode(check, args);
  checkRestart(check, args);
  if (takeOver !== undefined && !adopt) {
    check.fail("takeOver", `is for a namespace of somebody else; set adopt to true as well`);
  }
  checkDeletion(check, args, !adopt, "adopt is true");
  check.labels(args.labels, enrolmentKeys);
  check.annotations(args.annotations, [patchForce]);
  const safe = check.done();
  const choice = { ...safe, adopt, revision, waypoint, waypointNamespace };
  const istiod = dataPlaneMode === MeshMode.Sidecar ? istiodOf(program, revision) : undefined;
  return {
    part: meshNamespacePart({ ...safe, ...choice, name }, program),
    inputs: { ...safe, name, adopt },
    ...(istiod?.self.component && { istiod: istiod.self.component }),
    name,
    adopt,
    labels: withMetadata(safe.labels, enrolmentLabels(choice)),
    annotations: withMetadata(
      safe.annotations,
      takeOver === undefined ? {} : { [patchForce]: asText(takeOver) },
    ),
    adoptedName: (labelled) =>
      checkedWith(check, "revision", labelled, labelled.name, ([namespace]) =>
        revision === undefined ? undefined : revisionCounts(namespace),
      ),
    restarts: (namespace) =>
      (restart?.deployments ?? []).map((deployment) => [
        deployment,
        restartPatch(deployment, namespace, { ...safe, revision }),
      ]),
  };
}
