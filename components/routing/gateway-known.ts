import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import { whenKnown } from "../../arguments/when-known";
import { closest } from "../../values/closest";
import { hostsOverlap } from "../../values/host";
import type { GatewayFact } from "../program/facts/gateway-facts";
import { type Demand, demand, type Fact, fact } from "../program/part";

/** Says that there is a Gateway of this name. */
export function gatewayFact(
  namespace: pulumi.Input<string>,
  name: pulumi.Input<string>,
  path: string,
  known: Omit<GatewayFact, "gateway">,
): Fact {
  const [where, what] = [recall(namespace), recall(name)];
  const isPlain = where !== undefined && what !== undefined;
  return fact({
    topic: "gateway",
    key: [namespace, name],
    value: { ...(isPlain && { gateway: `${where}/${what}` }), ...known },
    path,
  });
}

/** Namespace and name of a Gateway. */
function keyOf(gateway: pulumi.Input<string>): pulumi.Input<string>[] {
  const full = recall(gateway);
  return full === undefined
    ? [0, 1].map((i) => whenKnown([gateway], (known: string) => known.split("/")[i] ?? ""))
    : full.split("/");
}

/** A host for which a route is to take requests at a Gateway, and the argument that names it. */
export interface RoutedHost {
  host: pulumi.Input<string>;
  path: string;
}

/** A Gateway of the program answers nobody for hosts that none of its servers has. */
export const hostDemands = (
  gateway: pulumi.Input<string>,
  hosts: readonly RoutedHost[],
): Demand[] =>
  hosts.flatMap(({ host, path }) => {
    const name = recall(host);
    return name === undefined
      ? []
      : [
          demand({
            topic: "gateway",
            key: keyOf(gateway),
            path,
            test: ({ owner, hosts: served }) =>
              served === undefined || served.some((one) => hostsOverlap(one, name))
                ? undefined
                : `${shown(name)} is none of the hosts of ${owner} (${served.join(", ")}), so that no request for it gets to the route (IST0132); add it to its hosts`,
          }),
        ];
  });

/**
 * A Gateway may well be another program's; one that is nearly called like a Gateway of this one is a
 * typing mistake, with which a route is nobody's. `gateway` is `namespace/name`.
 */
export function gatewayDemand(gateway: pulumi.Input<string>, path: string): Demand {
  return demand({
    topic: "gateway",
    key: keyOf(gateway),
    path,
    test: () => undefined,
    missing(all, names) {
      const full = names.join("/");
      const meant = closest(
        full,
        all.flatMap((one) => one.gateway ?? []),
      );
      return meant === undefined
        ? undefined
        : `${shown(full)} is no Gateway of the program, and requests through it find no route (KIA1102); did you mean ${shown(meant)}?`;
    },
  });
}
