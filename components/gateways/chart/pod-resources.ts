import type { ArgumentCheck } from "../../../arguments/argument-check";
import { textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { quantityAmount, quantityProblem } from "../../../values/quantity";
import type { GatewayResources } from "./gateway-chart-args";

const quantity = textTest(quantityProblem);

/** Amounts that stand where nothing else is said. */
export interface UsualResources {
  requests: Readonly<Record<string, string>>;
  limits: Readonly<Record<string, string>>;
}

/** Those of the chart `gateway`. */
export const usualGatewayResources: UsualResources = {
  requests: { cpu: "100m", memory: "128Mi" },
  limits: { cpu: "2000m", memory: "1024Mi" },
};

/** Those of waypoints, in the chart `istiod`, which its values may change. */
export const usualWaypointResources: UsualResources = {
  requests: { cpu: "100m", memory: "128Mi" },
  limits: { cpu: "2", memory: "1Gi" },
};

const nothingUsual: UsualResources = { requests: {}, limits: {} };

/** What is wrong with an amount beside another one. */
interface Excess {
  path: string;
  reason: string;
}

const amountOf = (text: unknown) => (typeof text === "string" ? quantityAmount(text) : undefined);

/** Amounts of which more is requested than there is; the API server takes no such Pod. */
export function excesses(
  { requests = {}, limits = {} }: GatewayResources,
  usual: UsualResources = nothingUsual,
): Excess[] {
  return [...new Set([...Object.keys(requests), ...Object.keys(limits)])].flatMap((resource) => {
    const request = requests[resource] ?? usual.requests[resource];
    const limit = limits[resource] ?? usual.limits[resource];
    const [least, most] = [amountOf(request), amountOf(limit)];
    if (least === undefined || most === undefined || least <= most) {
      return [];
    }
    return requests[resource] === undefined
      ? [
          {
            path: `resources.limits.${resource}`,
            reason: `${shown(limit)} is less than what is requested by default, ${shown(request)}; write requests.${resource} as well`,
          },
        ]
      : [
          {
            path: `resources.requests.${resource}`,
            reason:
              limits[resource] === undefined
                ? `${shown(request)} is more than the limit by default, ${shown(limit)}; write limits.${resource} as well`
                : `${shown(request)} is more than the limit, ${shown(limit)}`,
          },
        ];
  });
}

/** Reports CPU and memory that are no quantities of Kubernetes, or more than their limit. */
export function checkAmounts(
  check: ArgumentCheck,
  resources: GatewayResources = {},
  usual?: UsualResources,
): void {
  for (const [key, amounts] of Object.entries(resources)) {
    for (const [resource, amount] of Object.entries(amounts ?? {})) {
      check.input(`resources.${key}.${resource}`, amount as string, quantity);
    }
  }
  for (const { path, reason } of excesses(resources, usual)) {
    check.fail(path, reason);
  }
}
