import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkAtMostOne, checkExactlyOne } from "../../arguments/choice";
import { integer } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { isKnown } from "../../arguments/when-known";
import {
  type GatewayAutoscaling,
  type GatewayChartArgs,
  GatewayKind,
} from "../gateways/chart/gateway-chart-args";

/**
 * Reports bounds of autoscaling that no number of Pods is within; absent ones are 1 and 5, as in the
 * charts.
 */
export function checkBounds(check: ArgumentCheck, autoscaling: GatewayAutoscaling = {}): void {
  const { min = 1, max = 5, cpu } = autoscaling;
  check.input("autoscaling.min", autoscaling.min, integer(1));
  check.input("autoscaling.max", autoscaling.max, integer(1));
  check.input("autoscaling.cpu", cpu, integer(1));
  if (isKnown(min) && isKnown(max) && min > max) {
    const path = autoscaling.max === undefined ? "autoscaling.min" : "autoscaling.max";
    check.fail(
      path,
      `${path.endsWith("min") ? min : max}: at least ${min} and at most ${max} Pods is nothing`,
    );
  }
}

type Scaling = Pick<GatewayChartArgs, "kind" | "replicas" | "autoscaling" | "podDisruptionBudget">;

/** Reports numbers of Pods that contradict each other, or that a DaemonSet has no use for. */
export function checkScaling(check: ArgumentCheck, args: Scaling): void {
  const { kind, replicas, autoscaling } = args;
  check.input("replicas", replicas, integer(0));
  checkBounds(check, autoscaling);
  checkAtMostOne(check, "replicas", { object: args, names: ["replicas", "autoscaling"] });
  for (const key of ["replicas", "autoscaling", "podDisruptionBudget"] as const) {
    if (kind === GatewayKind.DaemonSet && args[key] !== undefined) {
      check.fail(
        key,
        `${shown(args[key])} is not for a DaemonSet, which has one Pod on every node`,
      );
    }
  }
}

/** The chart leaves a budget out when there is one Pod, without a word. */
export function checkBudget(check: ArgumentCheck, args: Scaling): void {
  const { podDisruptionBudget: budget, replicas, autoscaling, kind } = args;
  if (budget === undefined || kind === GatewayKind.DaemonSet) {
    return;
  }
  check.input("podDisruptionBudget.minAvailable", budget.minAvailable, integer(0));
  check.input("podDisruptionBudget.maxUnavailable", budget.maxUnavailable, integer(0));
  checkExactlyOne(check, "podDisruptionBudget", {
    object: budget,
    names: ["minAvailable", "maxUnavailable"],
  });
  const pods = replicas ?? autoscaling?.min ?? 1;
  if (isKnown(pods) && pods < 2) {
    check.fail(
      "podDisruptionBudget",
      `${shown(budget)} would have no effect with ${pods} Pods; set replicas or autoscaling.min to 2 or more`,
    );
  } else if (isKnown(pods) && isKnown(budget.minAvailable) && (budget.minAvailable ?? 0) >= pods) {
    check.fail(
      "podDisruptionBudget.minAvailable",
      `${budget.minAvailable} of ${pods} Pods lets no node be drained; write at most ${pods - 1}, or maxUnavailable: 0 where that is meant`,
    );
  }
}

/** Reports a number of Pods among a chart's values, which the chart does not read while it scales by itself. */
export function refuseIdleCount(check: ArgumentCheck, path: string, count: unknown): void {
  check.fail(
    path,
    `${shown(count)} has no effect beside autoscaling; write replicas: ${shown(count)} beside values`,
  );
}
