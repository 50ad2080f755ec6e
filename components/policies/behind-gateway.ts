import type { GatewayRouteFact } from "../program/facts/gateway-facts";
import type { PolicyReach } from "../program/facts/policy-facts";
import { labelsMeet } from "../program/labels";
import type { View } from "../program/view";
import { PolicyTargetKind } from "./policy-args";
import { gatewaysPass, placeOf } from "./waypoint-use";

/** Whether a policy holds where a gateway sends requests to. */
export function isBehind(program: View, { host }: GatewayRouteFact, reach: PolicyReach): boolean {
  const place = placeOf(host);
  if (place === undefined || reach.namespace !== place.namespace) {
    return false;
  }
  const { namespace, name } = place;
  if (reach.targets) {
    const isNamed = reach.targets.some(
      (target) => target.kind === PolicyTargetKind.Service && target.name === name,
    );
    return isNamed && gatewaysPass(program, place);
  }
  const { labels } = reach;
  const [service] = program.said("service", [namespace, name]);
  if (labels === undefined || labels === "later") {
    return labels === undefined;
  }
  return service?.selector
    ? labelsMeet(labels, service.selector) === "surely"
    : Object.values(labels).includes(name);
}
