import type * as pulumi from "@pulumi/pulumi";
import { Profile } from "../install/profile";
import type { ArgumentCheck } from "../validation/argument-check";
import { checkSelector, emptySelector } from "../validation/selector";
import { shown } from "../validation/shown";
import { dnsLabel, dnsName, oneOf } from "../validation/tests";
import { isKnown } from "../validation/when-known";
import type { PolicyArgs, PolicyTarget } from "./policy-args";
import { PolicyTargetKind } from "./policy-target-kind";

/** `spec.targetRefs`, the same in every kind of policy. */
export interface TargetRef {
  group: string;
  kind: string;
  name: pulumi.Input<string>;
}

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
}

const groups: Record<PolicyTargetKind, string> = {
  Gateway: "gateway.networking.k8s.io",
  GatewayClass: "gateway.networking.k8s.io",
  Service: "",
  ServiceEntry: "networking.istio.io",
};

const mostTargets = 16;

/** A gateway of the Gateway API may as well stand before sidecars. */
const onlyAtWaypoints = (target: PolicyTarget) => target.kind !== PolicyTargetKind.Gateway;

function targetRef(check: ArgumentCheck, { kind, name }: PolicyTarget, at: string): TargetRef {
  check.plain(`${at}.kind`, kind, oneOf(PolicyTargetKind));
  check.input(`${at}.name`, name, dnsName);
  if (kind === PolicyTargetKind.GatewayClass && isKnown(name) && name !== "istio-waypoint") {
    check.fail(
      `${at}.name`,
      `${shown(name)} is no class that waypoints have; allowed: istio-waypoint`,
    );
  }
  return { group: groups[kind], kind, name };
}

function checkTargets(check: ArgumentCheck, { selector, targets, dataPlane }: PolicyArgs): void {
  const count = targets?.length ?? 0;
  if (targets && (count === 0 || count > mostTargets)) {
    check.fail("targets", `has ${count} entries; allowed: 1 to ${mostTargets}`);
  }
  if (targets && selector) {
    check.fail("targets", "cannot stand beside selector: an object takes one of them (IST0106)");
  }
  if (dataPlane === Profile.Sidecar) {
    targets?.forEach((target, i) => {
      if (onlyAtWaypoints(target)) {
        check.fail(
          `targets[${i}].kind`,
          `${shown(target.kind)} is heeded by waypoints only, and dataPlane is "sidecar"; use selector`,
        );
      }
    });
  }
}

/** Reports what is wrong with where a policy is to hold. */
export function checkPolicyScope(
  check: ArgumentCheck,
  args: PolicyArgs,
  reservedAnnotations: readonly string[] = [],
): PolicyScope {
  const { targets } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  check.plain("dataPlane", args.dataPlane, oneOf(Profile));
  const selector = checkSelector(check, "selector", args.selector, emptySelector);
  checkTargets(check, args);
  check.labels(args.labels);
  check.annotations(args.annotations, reservedAnnotations);
  const targetRefs = targets?.map((target, i) => targetRef(check, target, `targets[${i}]`));
  const inferred = targets?.some(onlyAtWaypoints) ? Profile.Ambient : Profile.Sidecar;
  const dataPlane = args.dataPlane ?? inferred;
  return {
    namespace,
    attachment: {
      ...(selector && { selector: { matchLabels: selector } }),
      ...(targetRefs && { targetRefs }),
    },
    dataPlane,
    atZtunnel: dataPlane === Profile.Ambient && !targets,
  };
}
