import { shown } from "../../../arguments/shown";
import type { GatewayTopologyFact } from "../../program/facts/gateway-facts";
import { plainLabels } from "../../program/labels";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { gatewaysAmong, noneChosen } from "../installed-gateway";
import type { EgressRouteArgs } from "./egress-route-args";

type Named = Pick<EgressRouteArgs, "namespace" | "gatewayService" | "selector">;

const chosen = ({ selector }: Named, program: View): GatewayTopologyFact[] => {
  const labels = plainLabels(selector);
  return labels ? gatewaysAmong(labels, program) : [];
};

const unless = "unless another program has one with these labels there";

function elsewhere(args: Named, own: string, program: View): string | undefined {
  const all = chosen(args, program);
  const [first] = all;
  return first && all.every(({ namespace }) => namespace !== undefined && namespace !== own)
    ? `${shown(own)} is not where ${first.owner} is, ${shown(first.namespace)}: clients and gateway look for the objects there, and the host is not reached, ${unless}; pass its output namespace`
    : undefined;
}

function another(args: Named, [namespace, own]: readonly string[], program: View) {
  const all = chosen(args, program).filter((one) => one.namespace === namespace);
  const [first] = all;
  const isThere = program.said("service", [namespace ?? "", own ?? ""]).length > 0;
  return first && !isThere && all.every(({ service }) => service !== undefined && service !== own)
    ? `${shown(own)} is not the Service of ${first.owner}, ${shown(first.service)}: requests would go nowhere, unless another program has a Service of this name in ${namespace}; pass its output name`
    : undefined;
}

/** What is said of the gateway against what the program says of its own. */
export const gatewayChecks = (args: Named): EndCheck[] => [
  {
    path: "selector",
    reason: (program) => noneChosen(plainLabels(args.selector), "egress", program),
  },
  {
    path: "namespace",
    names: [args.namespace],
    reason: (program, [own = ""]) => elsewhere(args, own, program),
  },
  {
    path: "gatewayService",
    names: [args.namespace, args.gatewayService],
    reason: (program, names) => another(args, names, program),
  },
];
