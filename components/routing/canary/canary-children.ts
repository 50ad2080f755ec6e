import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { HTTPRoute, TCPRoute } from "../../resources/gateway/v1";
import type { DestinationRule, VirtualService } from "../../resources/networking/v1";

/** What a canary made, for what it has no argument for. */
export interface CanaryChildren {
  /** By version; empty in dialect `istio`. */
  services: { [version: string]: k8s.core.v1.Service };
  /** By version; empty in dialect `gateway-api` without a policy. */
  destinationRules: { [version: string]: DestinationRule };
  virtualService?: VirtualService;
  gatewayVirtualService?: VirtualService;
  httpRoute?: HTTPRoute;
  tcpRoute?: TCPRoute;
}

const kept = new WeakMap<object, CanaryChildren>();

/** Keeps what a canary made; a field of the class would be an output of the component. */
export function keepChildren(canary: pulumi.Resource, children: CanaryChildren): void {
  kept.set(canary, children);
}

/** What a canary made; nothing while it has made nothing. */
export const childrenOf = (canary: pulumi.Resource): CanaryChildren =>
  kept.get(canary) ?? { services: {}, destinationRules: {} };
