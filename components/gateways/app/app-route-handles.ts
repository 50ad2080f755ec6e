import * as pulumi from "@pulumi/pulumi";
import type { CanaryHandle, CanarySplit } from "../../routing/canary/canary-handle";
import type { AppGatewayArgs } from "./app-gateway-args";
import type { AppRoute } from "./app-route-args";

/** Arguments in which canaries are what they say, and the canaries themselves. */
export interface WithHandles {
  unchecked: AppGatewayArgs;
  canaries: pulumi.Resource[];
  /** Arguments that hold a handle where its canary belongs. */
  bare: string[];
}

/** Whether something is what a canary says of itself, without the canary around it. */
const isBare = (canary: unknown): canary is CanarySplit =>
  typeof canary === "object" &&
  canary !== null &&
  !("handle" in canary) &&
  "service" in canary &&
  "versions" in canary;

/** A component is no plain value, and what it says of itself is. */
function withHandle(route: AppRoute, canaries: pulumi.Resource[]): AppRoute {
  const canary: unknown = route?.canary;
  if (isBare(canary)) {
    return { ...route, canary: { handle: canary } }; // It is told in one line, and not by its fields.
  }
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
  if (!Array.isArray(routes)) {
    return { unchecked: args, canaries, bare: [] };
  }
  const bare = routes.flatMap((route: Partial<AppRoute> | undefined, i) =>
    isBare(route?.canary) ? [`routes[${i}].canary`] : [],
  );
  return {
    unchecked: { ...args, routes: routes.map((route) => withHandle(route, canaries)) },
    canaries,
    bare,
  };
}
