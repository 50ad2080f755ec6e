import { type Doubt, doubt } from "../../program/doubt";
import { recall } from "../../program/known-output";
import type { EndCheck } from "../../program/part";
import type { ControlPlaneFact, GatewayTopologyFact } from "../../program/topics";
import type { View } from "../../program/view";
import { Dialect } from "../../traffic/dialect";
import { noneChosen } from "../../traffic/installed-gateway";
import { shown } from "../../validation/shown";
import { plainSelector } from "./edge-claims";
import type { EdgeSpec } from "./edge-spec";
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

/** The istiod of a gateway; nothing where the program does not say which. */
function istiodsOf({ revision }: GatewayTopologyFact, program: View): ControlPlaneFact[] {
  return revision === undefined
    ? []
    : program.said("revision", [revision]).flatMap(({ controlPlane }) => controlPlane ?? []);
}

const sees = (namespaces: readonly string[] | undefined, own: string, other: string): boolean =>
  namespaces === undefined ||
  own === other ||
  namespaces.some((one) => one === "*" || one === other);

/** What the mesh settings keep from the gateway, which is in another namespace than the routes. */
function hidden(spec: EdgeSpec, program: View): string | undefined {
  const own = recall(spec.namespace);
  const splits = spec.groups.some(({ routes }) =>
    routes.some(({ versions, split }) => versions && split === Dialect.Istio),
  );
  return ownGateways(spec, program)
    .flatMap((gateway) => istiodsOf(gateway, program).map((istiod) => ({ gateway, istiod })))
    .flatMap(({ gateway: { owner, namespace }, istiod }) => {
      if (own === undefined || namespace === undefined) {
        return [];
      }
      const kept = (field: string, kind: string, list: readonly string[] | undefined) =>
        sees(list, own, namespace)
          ? []
          : [
              `${shown(own)} keeps its ${kind} to itself, as meshConfig.${field} of ${istiod.owner} is ${shown(list)}: ${owner} in ${shown(namespace)} does not see it and answers 404 or 503; add ${shown(namespace)} or "*" there, or put this into ${shown(namespace)}`,
            ];
      return [
        ...kept("defaultVirtualServiceExportTo", "VirtualService", istiod.virtualServicesSeenIn),
        ...(splits
          ? kept(
              "defaultDestinationRuleExportTo",
              "DestinationRules",
              istiod.destinationRulesSeenIn,
            )
          : []),
      ];
    })
    .at(0);
}

/** Routes that their gateway does not see. */
export const hiddenRoutes = (spec: EdgeSpec): Doubt[] =>
  spec.dialect === Dialect.GatewayApi
    ? []
    : [doubt("namespace", (program) => hidden(spec, program))];
