import type * as pulumi from "@pulumi/pulumi";
import { closest } from "../../analysis/closest";
import { recall } from "../program/known-output";
import { type Demand, demand, type Fact, fact } from "../program/part";
import type { GatewayFact } from "../program/topics";
import { shown } from "../validation/shown";

/** Says that there is a Gateway of this name, when its name is known while the program runs. */
export function gatewayFact(
  namespace: pulumi.Input<string>,
  name: pulumi.Input<string>,
  path: string,
  numTrustedProxies?: GatewayFact["numTrustedProxies"],
): Fact[] {
  const [where, what] = [recall(namespace), recall(name)];
  return where === undefined || what === undefined
    ? []
    : [
        fact({
          topic: "gateway",
          key: [where, what],
          value: {
            gateway: `${where}/${what}`,
            ...(numTrustedProxies !== undefined && { numTrustedProxies }),
          },
          path,
        }),
      ];
}

/**
 * A Gateway may well be another program's; one that is nearly called like a Gateway of this one is a
 * typing mistake, with which a route is nobody's. `gateway` is `namespace/name`.
 */
export function gatewayDemand(gateway: string, path: string): Demand {
  return demand({
    topic: "gateway",
    key: gateway.split("/"),
    path,
    test: () => undefined,
    missing(all) {
      const meant = closest(
        gateway,
        all.map((one) => one.gateway),
      );
      return meant === undefined
        ? undefined
        : `${shown(gateway)} is no Gateway of the program, and requests through it find no route (KIA1102); did you mean ${shown(meant)}?`;
    },
  });
}
