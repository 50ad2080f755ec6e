import type { ArgumentCheck } from "../../../arguments/argument-check";
import { textTest } from "../../../arguments/predicates";
import { quantityProblem } from "../../../values/quantity";
import type { GatewayResources } from "./gateway-chart-args";

const quantity = textTest(quantityProblem);

/** Reports CPU and memory that are no quantities of Kubernetes. */
export function checkAmounts(check: ArgumentCheck, resources: GatewayResources = {}): void {
  for (const [key, amounts] of Object.entries(resources)) {
    for (const [resource, amount] of Object.entries(amounts ?? {})) {
      check.input(`resources.${key}.${resource}`, amount as string, quantity);
    }
  }
}
