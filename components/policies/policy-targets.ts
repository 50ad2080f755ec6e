import type * as pulumi from "@pulumi/pulumi";
import { gatewayApi, networkingApi } from "../../values/known-names";
import { type PolicyTarget, PolicyTargetKind } from "./policy-args";

/** `spec.targetRefs`, the same in every kind of policy. */
export interface TargetRef {
  group: string;
  kind: string;
  name: pulumi.Input<string>;
}

/** API group of each kind of target; the empty one is that of Kubernetes itself. */
export const groups: Record<PolicyTargetKind, string> = {
  Gateway: gatewayApi,
  GatewayClass: gatewayApi,
  Service: "",
  ServiceEntry: networkingApi,
};

/** What an object takes at most. */
export const mostTargets = 16;

/** A gateway of the Gateway API may as well stand before sidecars. */
export const onlyAtWaypoints = (target: PolicyTarget) => target.kind !== PolicyTargetKind.Gateway;
