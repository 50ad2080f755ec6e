import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { usualIstioNamespace } from "../../values/known-names";
import type { GatewayTopologyFact } from "../program/facts/gateway-facts";
import type { PolicyReach } from "../program/facts/policy-facts";
import { chosenBy, labelsInWords, labelsMeet, type Meeting, plainLabels } from "../program/labels";
import type { View } from "../program/view";
import { type PolicyArgs, PolicyTargetKind } from "./policy-args";

/** What a policy is for, as far as it is known while the program runs. */
export function reachOf({
  namespace,
  selector,
  targets,
}: Pick<PolicyArgs, "namespace" | "selector" | "targets">): PolicyReach {
  const labels = selector && (plainLabels(selector) ?? ("later" as const));
  const known = recall(namespace);
  return {
    ...(known !== undefined && { namespace: known }),
    ...(labels !== undefined && { labels }),
    ...(targets && {
      targets: targets.map(({ kind, name }) => {
        const target = recall(name);
        return { kind, ...(target !== undefined && { name: target }) };
      }),
    }),
  };
}

/** Whether a policy of this reach is for the workloads of the whole mesh. */
export const isMeshWide = (reach: PolicyReach, root: string): boolean =>
  reach.namespace === root && reach.labels === undefined && reach.targets === undefined;

const behindWaypoints: readonly string[] = [
  PolicyTargetKind.Service,
  PolicyTargetKind.ServiceEntry,
  PolicyTargetKind.GatewayClass,
];

type Target = { kind: string; name?: string };

function targetMeets(a: Target, b: Target, sameNamespace: boolean): Meeting {
  const kinds = [a.kind, b.kind];
  if (kinds.includes(PolicyTargetKind.GatewayClass)) {
    return kinds.every((kind) => behindWaypoints.includes(kind)) ? "surely" : "perhaps";
  }
  if (a.kind === b.kind) {
    const same = a.name !== undefined && a.name === b.name;
    return same && sameNamespace ? "surely" : "never";
  }
  // A Service, and perhaps the waypoint that serves it.
  return kinds.includes(PolicyTargetKind.Gateway) ? "perhaps" : "never";
}

const most = (meetings: readonly Meeting[]): Meeting =>
  meetings.includes("surely") ? "surely" : meetings.includes("perhaps") ? "perhaps" : "never";

/** Selectors of the mesh's namespace choose Pods everywhere, so also among those of another policy. */
function meshMeets(mesh: PolicyReach, other: PolicyReach): Meeting {
  const found = labelsMeet(mesh.labels, other.labels);
  const { labels } = mesh;
  if (found !== "surely" || labels === undefined) {
    return found;
  }
  const chosen = typeof other.labels === "object" ? other.labels : {};
  return Object.keys(labels).every((key) => key in chosen) ? "surely" : "perhaps";
}

/** Whether two policies are for a workload in common; those of `root` are for the whole mesh. */
export function meeting(a: PolicyReach, b: PolicyReach, root: string): Meeting {
  if (a.namespace === undefined || b.namespace === undefined) {
    return "never";
  }
  const sameNamespace = a.namespace === b.namespace;
  const aTargets = a.targets;
  const bTargets = b.targets;
  if (aTargets && bTargets) {
    return most(
      aTargets.flatMap((one) => bTargets.map((two) => targetMeets(one, two, sameNamespace))),
    );
  }
  if (!sameNamespace && a.namespace !== root && b.namespace !== root) {
    return "never";
  }
  const targets = aTargets ?? bTargets;
  if (targets) {
    // Gateways of the Gateway API heed policies for their whole namespace as well, waypoints do not.
    const labels = aTargets ? b.labels : a.labels;
    const gateway = targets.some(({ kind }) => kind === PolicyTargetKind.Gateway);
    return gateway && labels === undefined ? "perhaps" : "never";
  }
  if (sameNamespace) {
    return labelsMeet(a.labels, b.labels);
  }
  return a.namespace === root ? meshMeets(a, b) : meshMeets(b, a);
}

/** What a reach is, in words that go into a message. */
export function inWords({ namespace, labels, targets }: PolicyReach, root: string): string {
  const at = namespace ?? "a namespace that arrives later";
  if (targets) {
    return `${targets.map(({ kind, name }) => `${kind} ${name ?? "(arrives later)"}`).join(", ")} in ${at}`;
  }
  if (labels === undefined) {
    return at === root ? "the whole mesh" : `all of ${at}`;
  }
  return labels === "later" ? `some of ${at}` : `${labelsInWords(labels)} in ${at}`;
}

/** How the Pods of a namespace are in the mesh, when the program says so. */
export const modeSaid = (
  program: View,
  namespace: pulumi.Input<string>,
): "sidecar" | "ambient" | "none" | undefined =>
  program
    .said("namespace", [namespace])
    .flatMap(({ mode }) => mode ?? [])
    .at(-1);

/** Gateways from Istio's chart whose Pods the policy chooses by its labels. */
export const gatewaysOf = (
  program: View,
  { namespace, labels }: PolicyReach,
): GatewayTopologyFact[] =>
  labels === undefined
    ? []
    : program
        .said("gatewayTopology")
        .filter(
          (gateway) =>
            gateway.selector !== undefined &&
            gateway.namespace === namespace &&
            labelsMeet(labels, gateway.selector) === "surely",
        );

/** Whether the policy chooses gateways, which have proxies of their own. */
export const isForGateways = (program: View, reach: PolicyReach): boolean =>
  gatewaysOf(program, reach).length > 0;

/** Whether the program runs Pods of its own that the policy chooses by its labels. */
export const hasSuchPods = (program: View, { namespace, labels }: PolicyReach): boolean =>
  program
    .said("workload")
    .some(
      (workload) =>
        workload.namespace === namespace &&
        typeof labels === "object" &&
        chosenBy(labels, workload.labels),
    );

/** Whether a policy of the first reach is for all workloads of the second one. */
export function covers(all: PolicyReach, some: PolicyReach, root: string): boolean {
  if (all.targets || some.targets) {
    const names = new Set(all.targets?.map(({ kind, name }) => `${kind} ${name}`));
    return (
      all.namespace !== undefined &&
      all.namespace === some.namespace &&
      some.targets?.every(
        ({ kind, name }) => name !== undefined && names.has(`${kind} ${name}`),
      ) === true
    );
  }
  const isThere =
    all.namespace !== undefined && (all.namespace === some.namespace || all.namespace === root);
  const { labels } = all;
  return (
    isThere &&
    (labels === undefined ||
      (typeof labels === "object" &&
        typeof some.labels === "object" &&
        chosenBy(labels, some.labels)))
  );
}

/** Namespace whose policies are for the whole mesh: the program's, or where istiod usually is. */
export const rootNamespace = (program: View): string =>
  program.said("controlPlane").flatMap((plane) => recall(plane.rootNamespace) ?? [])[0] ??
  usualIstioNamespace;
