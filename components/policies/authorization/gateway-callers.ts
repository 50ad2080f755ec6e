import type { GatewayFact, GatewayRouteFact } from "../../program/facts/gateway-facts";
import type { AllowListFact } from "../../program/facts/policy-facts";
import { labelsMeet } from "../../program/labels";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { isBehind } from "../behind-gateway";
import { meeting, rootNamespace } from "../policy-reach";
import { gatewaysPass, placeOf } from "../waypoint-use";
import { saysFirst } from "./allow-list";

/** A gateway's Pods, by the account that they run under. */
interface Caller {
  owner: string;
  namespace: string;
  name: string;
}

/** Who sends the requests of a Gateway on, as far as the program says. */
function callersOf(program: View, { owner, dialect, gateway, labels }: GatewayFact): Caller[] {
  if (dialect === "gateway-api") {
    const [namespace, name] = gateway?.split("/") ?? [];
    return namespace && name ? [{ owner, namespace, name: `${name}-istio` }] : [];
  }
  return program
    .said("gatewayTopology")
    .flatMap(({ owner: installed, namespace, account, selector }) =>
      selector && namespace && account && labelsMeet(labels, selector) === "surely"
        ? [{ owner: installed, namespace, name: account }]
        : [],
    );
}

const sentBy = (program: View, { gateways }: GatewayRouteFact): Caller[] =>
  gateways.flatMap((name) =>
    program.said("gateway", name.split("/")).flatMap((gateway) => callersOf(program, gateway)),
  );

/** What the waypoint takes first comes from there, under its identity. */
function passesWaypoint(program: View, { host }: GatewayRouteFact): boolean {
  const place = placeOf(host);
  return place !== undefined && gatewaysPass(program, place);
}

/** Whether a list, or a policy for everybody, lets the gateway in. */
function isLetIn(program: View, list: AllowListFact, caller: Caller): boolean {
  const root = rootNamespace(program);
  const isThere = (reach: AllowListFact["reach"]) => meeting(reach, list.reach, root) !== "never";
  return (
    program.said("openToAll").some(({ reach }) => isThere(reach)) ||
    program
      .said("allowList")
      .some((other) => isThere(other.reach) && other.admits(caller) !== false)
  );
}

/** Gateways send requests under an identity of their own, which a list of callers has to know. */
export const checkOfGateways = (list: AllowListFact, path: string): EndCheck => ({
  path,
  reason(program) {
    const [found] = saysFirst(program, list)
      ? program
          .said("gatewayRoute")
          .filter(
            (route) => isBehind(program, route, list.reach) && !passesWaypoint(program, route),
          )
          .flatMap((route) => sentBy(program, route).map((caller) => ({ route, caller })))
          .filter(({ caller }) => !isLetIn(program, list, caller))
      : [];
    return (
      found &&
      `lets nothing of ${found.caller.owner} through, by which ${found.route.owner} sends requests to ${found.route.host}: a gateway comes under its own identity, whoever calls; add rules: [{ from: [{ serviceAccounts: ["${found.caller.namespace}/${found.caller.name}"] }] }], or its output principal`
    );
  },
});
