import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { type Doubt, doubt } from "../../program/doubt";
import type { ControlPlaneFact } from "../../program/facts/control-plane-facts";
import type { GatewayTopologyFact } from "../../program/facts/gateway-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { Dialect } from "../../routing/dialect";
import { noneChosen } from "../../routing/installed-gateway";
import type { EdgeSpec } from "./app-gateway-plan";
import { plainSelector } from "./edge-claims";
import { ownGateways } from "./edge-topology";

/** A gateway that nobody installs; the default stands for one of the usual name. */
export const chosenGateway = (spec: EdgeSpec): EndCheck[] =>
  spec.dialect === Dialect.GatewayApi
    ? []
    : [
        {
          path: "selector",
          reason: (program) => noneChosen(plainSelector(spec), "ingress", program),
        },
      ];

/** Gateways elsewhere that have the same labels: Istio looks for Pods in all namespaces. */
export const alsoChosen = (spec: EdgeSpec): EndCheck => ({
  path: "selector",
  reason(program) {
    const all = ownGateways(spec, program);
    const owners = [...new Set(all.map(({ owner }) => owner))];
    return owners.length < 2
      ? undefined
      : `chooses the Pods of ${owners.join(" and of ")}, which all serve what is here; give each a gatewayName of its own unless that is meant`;
  },
});

/** The istiod of a gateway; nothing where the program does not say which. */
function istiodsOf({ revision }: GatewayTopologyFact, program: View): ControlPlaneFact[] {
  return revision === undefined
    ? []
    : program.said("revision", [revision]).flatMap(({ controlPlane }) => controlPlane ?? []);
}

const splitsBySubsets = ({ groups }: EdgeSpec): boolean =>
  groups.some(({ routes }) =>
    routes.some(({ versions, split }) => versions && split === Dialect.Istio),
  );

/** Why an istiod hides the routes from a gateway in another namespace, `place`. */
function keptFrom(spec: EdgeSpec, istiod: ControlPlaneFact, place: string): string | undefined {
  const { owner, virtualServicesSeenIn: routes, destinationRulesSeenIn: rules } = istiod;
  if (routes && !routes.some((one) => one === "*" || one === place)) {
    return `keeps its VirtualService to itself, as meshConfig.defaultVirtualServiceExportTo of ${owner} is ${shown(routes)}: the gateway answers 404; add ${shown(place)} or "*" there, or put this into ${shown(place)}`;
  }
  // For these istiod heeds "." and "*" alone, whatever else is in the list.
  return rules?.includes(".") && splitsBySubsets(spec)
    ? `has the DestinationRules of its versions seen by nobody else, as meshConfig.defaultDestinationRuleExportTo of ${owner} is ${shown(rules)}: the gateway answers 503; take "." out there`
    : undefined;
}

/** What the mesh settings keep from the gateway, which is in another namespace than the routes. */
function hidden(spec: EdgeSpec, program: View): string | undefined {
  const own = recall(spec.namespace);
  return ownGateways(spec, program)
    .flatMap((gateway) => istiodsOf(gateway, program).map((istiod) => ({ gateway, istiod })))
    .flatMap(({ gateway: { owner, namespace }, istiod }) => {
      const isElsewhere = own !== undefined && namespace !== undefined && own !== namespace;
      const reason = isElsewhere ? keptFrom(spec, istiod, namespace) : undefined;
      return reason ? [`${shown(own)} is not the namespace of ${owner}, and ${reason}`] : [];
    })
    .at(0);
}

/** Routes that their gateway does not see. */
export const hiddenRoutes = (spec: EdgeSpec): Doubt[] =>
  spec.dialect === Dialect.GatewayApi
    ? []
    : [doubt("namespace", (program) => hidden(spec, program))];
