import { recall } from "../../../arguments/known-output";
import type { EndCheck } from "../../program/part";
import type { TrafficPolicyOptions } from "./traffic-policy-args";

const settings = ["loadBalancer", "connectionPool", "outlierDetection", "tls"] as const;

/** At a port with settings of its own those of the service do not hold, also where it has none. */
export const portSettingChecks = (
  path: (inner: string) => string,
  options: TrafficPolicyOptions,
): EndCheck[] =>
  (options.portLevelSettings ?? []).flatMap((own, i) => {
    const lost = settings.filter(
      (field) => options[field] !== undefined && own[field] === undefined,
    );
    const port = recall(own.port);
    return lost.length === 0
      ? []
      : [
          {
            path: path(`portLevelSettings[${i}]`),
            reason: () =>
              `takes the place of all settings of the service at port ${port ?? "(arrives later)"}, so that ${lost.join(" and ")} ${lost.length > 1 ? "do" : "does"} not hold there; repeat ${lost.length > 1 ? "them" : "it"} here`,
          },
        ];
  });
