import type { GatewayFact, GatewayTopologyFact } from "../program/facts/gateway-facts";
import type { PolicyReach } from "../program/facts/policy-facts";
import { labelsInWords, labelsMeet } from "../program/labels";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import { type PolicyArgs, PolicyTargetKind } from "./policy-args";
import { gatewaysOf, hasSuchPods, reachOf, rootNamespace } from "./policy-reach";

/** A gateway from Istio's chart, whose labels are known. */
type Installed = GatewayTopologyFact & Required<Pick<GatewayTopologyFact, "selector">>;

const installed = (program: View): Installed[] =>
  program.said("gatewayTopology").filter((one): one is Installed => one.selector !== undefined);

/** Whether a policy holds at the Pods that a Gateway is for. */
export function holdsAt(
  program: View,
  reach: PolicyReach,
  gateway: Omit<GatewayFact, "owner">,
): boolean {
  if (gateway.dialect === "gateway-api") {
    const [namespace, name] = gateway.gateway?.split("/") ?? [];
    const named = reach.targets?.some(
      (target) => target.kind === PolicyTargetKind.Gateway && target.name === name,
    );
    return (
      namespace !== undefined &&
      namespace === reach.namespace &&
      (named ?? reach.labels === undefined)
    );
  }
  const { labels } = gateway;
  if (labels === undefined || labels === "later" || reach.targets) {
    return false;
  }
  const pods = installed(program).filter(
    ({ selector }) => labelsMeet(labels, selector) === "surely",
  );
  return pods.length > 0
    ? pods.some(
        ({ namespace, selector }) =>
          namespace === reach.namespace && labelsMeet(reach.labels, selector) === "surely",
      )
    : reach.labels !== undefined && labelsMeet(reach.labels, labels) === "surely";
}

/** What is to hold at a gateway. */
export interface AtGateway {
  /** What follows where it chooses no Pod, e.g. `nothing enforces the policy`. */
  effect: string;
  /** How the Pods of a Gateway of the Gateway API are chosen. */
  wayTo(gateway: string): string;
}

/** What is said of a policy, which a Gateway of the Gateway API can be the target of. */
export const policyAtGateway: AtGateway = {
  effect: "nothing enforces the policy",
  wayTo: (name) => `targets: [{ kind: "Gateway", name: "${name}" }] in place of selector`,
};

/** The first Gateway with Pods that istiod makes for it; waypoints are none. */
const ofGatewayApi = (program: View, namespace?: string): [GatewayFact, string, string][] =>
  program.said("gateway").flatMap((fact): [GatewayFact, string, string][] => {
    const [where, name] = fact.gateway?.split("/") ?? [];
    return fact.dialect === "gateway-api" &&
      where !== undefined &&
      name !== undefined &&
      (namespace === undefined || namespace === where) &&
      program.said("waypoint", [where, name]).length === 0
      ? [[fact, where, name]]
      : [];
  });

type Chosen = PolicyReach & { namespace: string; labels: { readonly [key: string]: string } };

/** Pods of a gateway are in another namespace than the policy. */
function inAnother(program: View, { namespace, labels }: Chosen, effect: string) {
  const away = installed(program).find(
    (one) =>
      one.namespace !== undefined &&
      one.namespace !== namespace &&
      labelsMeet(labels, one.selector) === "surely",
  );
  return (
    away &&
    `chooses ${labelsInWords(labels)} in namespace ${namespace}, and those are the labels of ${away.owner}, which is in ${away.namespace}: Pods are chosen in the own namespace alone, so that ${effect}; did you mean namespace: "${away.namespace}"?`
  );
}

/** The gateways of the namespace have other labels. */
function byOthers(program: View, { namespace, labels }: Chosen, effect: string) {
  const there = installed(program).filter((one) => one.namespace === namespace);
  const [first] = there;
  return first && there.every(({ selector }) => labelsMeet(labels, selector) === "never")
    ? `chooses ${labelsInWords(labels)}, which no gateway of this program has in ${namespace}: ${first.owner} there has ${labelsInWords(first.selector)}, so that ${effect}; did you mean that?`
    : undefined;
}

/** Labels of a gateway from the chart, where a Gateway has Pods that istiod makes for it. */
function ofChart(program: View, { namespace, labels }: Chosen, { effect, wayTo }: AtGateway) {
  const [found] = "istio" in labels ? ofGatewayApi(program, namespace) : [];
  if (!found || installed(program).length > 0) {
    return undefined;
  }
  const [{ owner }, , name] = found;
  return `chooses ${labelsInWords(labels)}, as a gateway from Istio's chart has it, and this program installs none: ${owner} has Pods of its own, where ${effect}; write ${wayTo(name)}; where another program installs such a gateway in ${namespace}, all is well`;
}

/** Gateways are chosen that nothing of the program is served by, while something is served elsewhere. */
function idle(program: View, found: readonly GatewayTopologyFact[], { effect, wayTo }: AtGateway) {
  const isServed = program
    .said("gateway")
    .some(
      ({ dialect, labels }) =>
        dialect === "istio" &&
        found.some(({ selector }) => labelsMeet(labels, selector) !== "never"),
    );
  const [other] = ofGatewayApi(program);
  const [first] = found;
  if (isServed || !other || !first || !found.every(({ role }) => role === "ingress")) {
    return undefined;
  }
  const [{ owner }, namespace, name] = other;
  return `chooses the Pods of ${first.owner}, and no Gateway of this program is for those: ${owner} has Pods of its own, where ${effect}; write ${wayTo(name)}, in namespace ${namespace}; where another program has Gateways for ${first.owner}, all is well`;
}

/** A policy by labels of gateways has to choose some, and those that serve. */
export const gatewayChecks = (
  { namespace, selector, targets }: Pick<PolicyArgs, "namespace" | "selector" | "targets">,
  at: AtGateway = policyAtGateway,
  path = "selector",
): EndCheck[] =>
  selector === undefined || targets
    ? []
    : [
        {
          path,
          names: [namespace],
          reason(program, [own = ""]) {
            const { labels } = reachOf({ namespace, selector });
            if (labels === undefined || labels === "later") {
              return undefined;
            }
            const reach = { namespace: own, labels };
            const found = gatewaysOf(program, reach);
            if (found.length > 0) {
              return idle(program, found, at);
            }
            if (hasSuchPods(program, reach)) {
              return undefined;
            }
            // Those of the root namespace choose Pods everywhere.
            return own === rootNamespace(program)
              ? undefined
              : (inAnother(program, reach, at.effect) ??
                  byOthers(program, reach, at.effect) ??
                  ofChart(program, reach, at));
          },
        },
      ];
