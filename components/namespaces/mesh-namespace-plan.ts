import type * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import { ArgumentCheck, type Metadata } from "../validation/argument-check";
import { dnsLabel, labelValue, oneOf, type Test } from "../validation/tests";
import { enrolmentKeys, enrolmentLabels } from "./enrolment-labels";
import { MeshMode } from "./mesh-mode";
import type { MeshNamespaceArgs } from "./mesh-namespace-args";

/** Arguments with all defaults filled in, and what follows from them. */
export interface MeshNamespacePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: MeshNamespaceArgs;
  name: pulumi.Input<string>;
  adopt: boolean;
  labels: Metadata | undefined;
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

/** Throws one error with everything that is wrong. */
export function meshNamespacePlan(component: string, args: MeshNamespaceArgs): MeshNamespacePlan {
  const { mode, adopt = false } = args;
  const check = new ArgumentCheck("MeshNamespace", component);
  check.plain("mode", mode, oneOf(MeshMode));
  const name = check.input(
    "name",
    args.name ?? component,
    mode === MeshMode.None ? dnsLabel : inReach,
  );
  const revision = check.input("revision", args.revision, labelValue);
  const waypoint = check.input("waypoint", args.waypoint, waypointName);
  if (revision !== undefined && mode !== MeshMode.Sidecar) {
    const reason =
      mode === MeshMode.Ambient
        ? "a revision label would inject sidecars into the ambient namespace"
        : "nothing is injected there";
    check.fail("revision", `is for mode "sidecar" only, and mode is "${mode}": ${reason}`);
  }
  if (waypoint !== undefined && mode !== MeshMode.Ambient) {
    check.fail(
      "waypoint",
      `is for mode "ambient" only, and mode is "${mode}": clients with a sidecar do not pass it`,
    );
  }
  check.labels(args.labels, enrolmentKeys);
  check.annotations(args.annotations);
  check.done();
  return {
    inputs: { ...args, name, adopt },
    name,
    adopt,
    labels: withMetadata(args.labels, enrolmentLabels({ mode, revision, waypoint })),
  };
}
