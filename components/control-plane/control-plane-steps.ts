import { ControlPlaneParts } from "./control-plane-args";
import { Profile } from "./profile";
import type { ControlPlaneChart } from "./release-values";

/** Every step comes after the namespace. */
export type InstallStep = ControlPlaneChart | "gatewayApi";

/** What decides which steps there are. */
export interface StepChoices {
  profile: Profile;
  cni: boolean;
  gatewayApi: boolean;
  parts: ControlPlaneParts;
}

/**
 * A sidecar's iptables are set by the CNI plugin when it is used, so it has to be there before the
 * first injected Pod. In ambient mode the CNI agent and ztunnel talk to istiod, which goes first.
 */
function everything({ profile, cni, gatewayApi }: StepChoices) {
  const definitions: InstallStep[] = gatewayApi ? ["base", "gatewayApi"] : ["base"];
  const order: [ControlPlaneChart, InstallStep[]][] = [["base", []]];
  if (profile === Profile.Ambient) {
    order.push(["istiod", definitions], ["cni", ["istiod"]], ["ztunnel", ["cni"]]);
  } else if (cni) {
    order.push(["cni", ["base"]], ["istiod", [...definitions, "cni"]]);
  } else {
    order.push(["istiod", definitions]);
  }
  return order;
}

/** Charts in an order in which each comes after the steps that it needs, and those steps. */
export function steps(choices: StepChoices): [ControlPlaneChart, InstallStep[]][] {
  const all = everything(choices);
  switch (choices.parts) {
    case ControlPlaneParts.Istiod:
      return [["istiod", []]];
    case ControlPlaneParts.Shared: {
      const without = (after: InstallStep[]) =>
        after.map((step) => (step === "istiod" ? "base" : step));
      return all
        .filter(([chart]) => chart !== "istiod")
        .map(([chart, after]) => [chart, without(after)]);
    }
    default:
      return all;
  }
}
