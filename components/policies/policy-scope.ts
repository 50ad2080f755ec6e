import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { recall } from "../../arguments/known-output";
import { dnsLabel, dnsName, type Test } from "../../arguments/predicates";
import { checkSelector, emptySelector } from "../../arguments/selector";
import { shown } from "../../arguments/shown";
import { checkUnique } from "../../arguments/unique";
import { isKnown } from "../../arguments/when-known";
import { Profile } from "../control-plane/profile";
import { nothingSaid, type View } from "../program/view";
import { type PolicyArgs, type PolicyTarget, PolicyTargetKind } from "./policy-args";
import { isForGateways, modeSaid, reachOf } from "./policy-reach";
import { groups, mostTargets, onlyAtWaypoints, type TargetRef } from "./policy-targets";
import { versionTargets } from "./policy-versions";
import { classElsewhere } from "./root-namespace";

/** What a policy is for, as its `spec` says it: at most one of the two. */
export interface Attachment {
  selector?: { matchLabels: pulumi.Input<{ [key: string]: pulumi.Input<string> }> };
  targetRefs?: TargetRef[];
}

/** Where a policy holds, with everything decided. */
export interface PolicyScope {
  namespace: pulumi.Input<string>;
  attachment: Attachment;
  dataPlane: Profile;
  /** No Envoy will see the policy: it is for Pods behind a ztunnel. */
  atZtunnel: boolean;
  /** The Pods are gateways of the program, whatever their namespace is. */
  forGateways: boolean;
  /** Said of it in a message when the program, and no argument, says that the Pods are ambient. */
  because: string;
}

const waypointClass: Test<string> = (value) =>
  value === "istio-waypoint"
    ? undefined
    : `${shown(value)} is no class that waypoints have; allowed: istio-waypoint`;

function targetRef(check: ArgumentCheck, { kind, name }: PolicyTarget, at: string): TargetRef {
  const isClass = kind === PolicyTargetKind.GatewayClass;
  check.input(`${at}.name`, name, isClass ? waypointClass : dnsName);
  return { group: groups[kind], kind, name };
}

function checkTargets(
  check: ArgumentCheck,
  { selector, targets, dataPlaneMode }: PolicyArgs,
): void {
  const count = targets?.length ?? 0;
  if (targets && (count === 0 || count > mostTargets)) {
    check.fail("targets", `has ${count} entries; allowed: 1 to ${mostTargets}`);
  }
  const plain = (targets ?? []).map(({ kind, name }) =>
    isKnown(name) ? { kind, name } : undefined,
  );
  checkUnique(check, plain, (i) => `targets[${i}]`);
  if (targets && selector) {
    check.fail("targets", "cannot stand beside selector: an object takes one of them (IST0106)");
  }
  if (dataPlaneMode === Profile.Sidecar) {
    targets?.forEach((target, i) => {
      if (onlyAtWaypoints(target)) {
        check.fail(
          `targets[${i}].kind`,
          `${shown(target.kind)} is heeded by waypoints only, and dataPlaneMode is "sidecar"; use selector`,
        );
      }
    });
  }
}

/** Reports a data plane that the program's namespace does not have. */
function checkDataPlane(
  check: ArgumentCheck,
  { dataPlaneMode, namespace, selector, targets }: PolicyArgs,
  program: View,
): void {
  const said = modeSaid(program, namespace);
  const where = `the program's namespace ${shown(recall(namespace))}`;
  if (dataPlaneMode === Profile.Ambient && said === "sidecar" && !targets) {
    check.fail("dataPlaneMode", `"ambient" is not how Pods of ${where} are in the mesh: "sidecar"`);
  }
  if (dataPlaneMode === Profile.Sidecar && said === "ambient" && !targets && !selector) {
    check.fail(
      "dataPlaneMode",
      `"sidecar" is not how Pods of ${where} are in the mesh: "ambient"; choose those that have a proxy of their own by a selector`,
    );
  }
  targets?.forEach((target, i) => {
    const root = recall(namespace);
    const away =
      target.kind === PolicyTargetKind.GatewayClass && root !== undefined
        ? classElsewhere(program, root)
        : undefined;
    if (away) {
      check.fail(`targets[${i}].kind`, away);
    }
    if (target.kind === PolicyTargetKind.Service && said === "sidecar") {
      check.fail(
        `targets[${i}].kind`,
        `"Service" is heeded by waypoints only, and ${where} has mode "sidecar"; use selector`,
      );
    }
  });
}

function inferredDataPlane(args: PolicyArgs, program: View, forGateways: boolean): Profile {
  const ambient = modeSaid(program, args.namespace) === "ambient" && !forGateways;
  return ambient || args.targets?.some(onlyAtWaypoints) ? Profile.Ambient : Profile.Sidecar;
}

/** Reports what is wrong with where a policy is to hold. */
export function checkPolicyScope(
  check: ArgumentCheck,
  args: PolicyArgs,
  reservedAnnotations: readonly string[] = [],
  program: View = nothingSaid,
): PolicyScope {
  const { targets } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const selector = checkSelector(check, "selector", args.selector, emptySelector);
  checkTargets(check, args);
  checkDataPlane(check, args, program);
  check.labels(args.labels);
  check.annotations(args.annotations, reservedAnnotations);
  const own = targets?.map((target, i) => targetRef(check, target, `targets[${i}]`));
  const targetRefs = own && [...own, ...versionTargets(check, args, program)];
  const forGateways = isForGateways(program, reachOf(args));
  const dataPlane = args.dataPlaneMode ?? inferredDataPlane(args, program, forGateways);
  const atZtunnel = dataPlane === Profile.Ambient && !targets;
  return {
    namespace,
    attachment: {
      ...(selector && { selector: { matchLabels: selector } }),
      ...(targetRefs && { targetRefs }),
    },
    dataPlane,
    atZtunnel,
    forGateways,
    because:
      atZtunnel && args.dataPlaneMode === undefined
        ? ` (the namespace is ambient in this program; for Pods with a proxy of their own, such as gateways, write dataPlaneMode: "sidecar")`
        : "",
  };
}
