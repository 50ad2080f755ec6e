import * as pulumi from "@pulumi/pulumi";
import type { CanaryHandle } from "../../traffic/canary/canary-handle";
import type { AppGatewayArgs } from "./app-gateway-args";
import type { AppRoute } from "./app-route-args";

/** Arguments in which canaries are what they say, and the canaries themselves. */
export interface WithHandles {
  unchecked: AppGatewayArgs;
  canaries: pulumi.Resource[];
}

/** A component is no plain value, and what it says of itself is. */
function withHandle(route: AppRoute, canaries: pulumi.Resource[]): AppRoute {
  const canary: unknown = route?.canary;
  const handle = (canary as Partial<CanaryHandle> | undefined)?.handle;
  if (!pulumi.Resource.isInstance(canary) || handle === undefined) {
    return route;
  }
  canaries.push(canary);
  return { ...route, canary: { handle } };
}

/** To be called before the arguments are checked, which may therefore have any shape. */
export function withHandles(args: AppGatewayArgs): WithHandles {
  const canaries: pulumi.Resource[] = [];
  const routes: unknown = args?.routes;
  return Array.isArray(routes)
    ? {
        unchecked: { ...args, routes: routes.map((route) => withHandle(route, canaries)) },
        canaries,
      }
    : { unchecked: args, canaries };
}
