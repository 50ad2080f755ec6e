import { shown } from "../../arguments/shown";
import type { PolicyReach } from "../program/facts/policy-facts";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
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

/** A check of the namespace of a policy that names no targets, which have places of their own. */
export const namespaceChecks = (
  { namespace, targets }: Pick<PolicyArgs, "namespace" | "targets">,
  path: string,
  reason: (program: View, namespace: string) => string | undefined,
): EndCheck[] =>
  targets
    ? []
    : [{ path, names: [namespace], reason: (program, [own = ""]) => reason(program, own) }];

/** Pods outside the mesh have nothing that would enforce a rule. */
export const proxyChecks = (
  args: Pick<PolicyArgs, "namespace" | "selector" | "targets">,
  path = "namespace",
): EndCheck[] =>
  namespaceChecks(args, path, (program, namespace) => {
    const { selector } = args;
    const reach = reachOf({ namespace: args.namespace, ...(selector && { selector }) });
    return isWithout(program, { ...reach, namespace })
      ? `${shown(namespace)} has mode "none" in this program: its Pods have no proxy, and nothing enforces the rule`
      : undefined;
  });
