import { recall } from "../../arguments/known-output";
import type { ControlPlaneFact } from "../program/facts/control-plane-facts";
import { type Fact, fact } from "../program/part";
import { type ChartValues, valueAt } from "./chart-values";

const path = "meshConfig.defaultConfig.gatewayTopology";

/** What all proxies believe of those in front of them, unless their own settings say something else. */
export function meshTopology(
  { owner, revision }: Pick<ControlPlaneFact, "owner" | "revision">,
  values: ChartValues,
): Fact {
  const number = recall(valueAt(values, `${path}.numTrustedProxies`) ?? 0);
  const protocol = valueAt(values, `${path}.proxyProtocol`) ?? false;
  return fact({
    topic: "gatewayTopology",
    key: [],
    path: `${path}.numTrustedProxies`,
    value: {
      owner,
      revision,
      ...(typeof number === "number" && { numTrustedProxies: number }),
      // What arrives later may be there.
      ...(protocol !== false && { proxyProtocol: true }),
    },
  });
}
