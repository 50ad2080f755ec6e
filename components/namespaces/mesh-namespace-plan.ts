import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Metadata, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkedWith } from "../../arguments/checked-with";
import { dnsLabel, dnsName, labelValue, type Test } from "../../arguments/predicates";
import { checkUnique } from "../../arguments/unique";
import { istiodOf } from "../control-plane/revision-known";
import { withMetadata } from "../metadata";
import type { Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import {
  asText,
  enrolmentKeys,
  enrolmentLabels,
  type LabelledNamespace,
  revisionCounts,
} from "./enrolment-labels";
import { MeshMode, type MeshNamespaceArgs } from "./mesh-namespace-args";
import { meshNamespacePart } from "./mesh-namespace-together";
import { checkDeletion } from "./own-namespace";
import { restartPatch } from "./restart";

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
