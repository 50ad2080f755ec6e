import type { ArgumentCheck } from "../../../arguments/argument-check";
import { shown } from "../../../arguments/shown";
import { valueAt } from "../../control-plane/chart-values";
import { unknownValues } from "../../control-plane/unknown-values";
import { defaultVersion } from "../../control-plane/version";
import type { GatewayChartArgs } from "./gateway-chart-args";

/** What the chart would refuse, or render as what the API server refuses, in the middle of an update. */
export function checkGatewayValues(check: ArgumentCheck, args: GatewayChartArgs): void {
  const own = args.values ?? {};
  // The chart's schema is closed at the top, and it says so only when it is rendered.
  for (const { path, reason } of unknownValues(
    "gateway",
    "values",
    own,
    args.version ?? defaultVersion,
  )) {
    check.fail(path, reason);
  }
  const secrets = valueAt(own, "imagePullSecrets");
  if (Array.isArray(secrets)) {
    secrets.forEach((secret, i) => {
      if (typeof secret === "string") {
        check.fail(
          `values.imagePullSecrets[${i}]`,
          `${shown(secret)} is a name, and this chart wants { name: ${shown(secret)} }; or write imagePullSecrets: [${shown(secret)}] beside values`,
        );
      }
    });
  }
  const least = valueAt(own, "autoscaling.minReplicas");
  const most = valueAt(own, "autoscaling.maxReplicas");
  const min = least ?? args.autoscaling?.min ?? 1;
  const max = most ?? args.autoscaling?.max ?? 5;
  const key = least === undefined ? "maxReplicas" : "minReplicas";
  if (
    (least !== undefined || most !== undefined) &&
    typeof min === "number" &&
    typeof max === "number" &&
    min > max
  ) {
    check.fail(
      `values.autoscaling.${key}`,
      `${key === "minReplicas" ? min : max}: at least ${min} and at most ${max} Pods is nothing; write autoscaling: { min, max } beside values`,
    );
  }
}
