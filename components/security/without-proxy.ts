import type { PolicyReach } from "../program/facts/policy-facts";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import { shown } from "../validation/shown";
import type { PolicyArgs } from "./policy-args";
import { gatewaysOf, modeSaid, reachOf, rootNamespace } from "./policy-reach";

/** Whether the program has gateways of either API in a namespace, whatever its mode. */
export const hasGateways = (program: View, namespace: string): boolean =>
  program
    .said("gatewayTopology")
    .some((one) => one.selector !== undefined && one.namespace === namespace) ||
  program
    .said("gateway")
    .some(
      ({ dialect, gateway }) =>
        dialect === "gateway-api" && gateway?.startsWith(`${namespace}/`) === true,
    );

/** Whether the program says that a namespace has Pods with a proxy. */
export function hasProxies(program: View, namespace: string): boolean {
  const mode = modeSaid(program, namespace);
  return mode === "sidecar" || mode === "ambient" || hasGateways(program, namespace);
}

function isWithout(program: View, reach: PolicyReach & { namespace: string }): boolean {
  const { namespace, labels } = reach;
  const gateways =
    labels === undefined ? hasGateways(program, namespace) : gatewaysOf(program, reach).length > 0;
  return (
    modeSaid(program, namespace) === "none" && namespace !== rootNamespace(program) && !gateways
  );
}

/** Pods outside the mesh have nothing that would enforce a rule. */
export const proxyChecks = (
  { namespace, selector, targets }: Pick<PolicyArgs, "namespace" | "selector" | "targets">,
  path = "namespace",
): EndCheck[] =>
  targets
    ? []
    : [
        {
          path,
          names: [namespace],
          reason: (program, [own = ""]) =>
            isWithout(program, {
              ...reachOf({ namespace, ...(selector && { selector }) }),
              namespace: own,
            })
              ? `${shown(own)} has mode "none" in this program: its Pods have no proxy, and nothing enforces the rule`
              : undefined,
        },
      ];
