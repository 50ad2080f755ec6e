import { withoutPort } from "../../../values/authority";
import { fitsPattern } from "../../../values/pattern";
import type { AllowListFact } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import { holdsAt } from "../gateway-reach";
import { meeting, rootNamespace } from "../policy-reach";
import { plainList } from "../text-list";
import { saysFirst } from "./allow-list";
import type { AuthorizationRule } from "./authorization-args";

/** Hosts that rules are for; nothing when one is for all hosts, or for some that arrive later. */
export function hostsOf(rules: readonly AuthorizationRule[] = []): readonly string[] | undefined {
  const lists = rules.flatMap(({ to = [{}] }) => to.map(({ hosts }) => hosts && plainList(hosts)));
  return lists.length > 0 && lists.every((list) => list !== undefined)
    ? lists.flatMap((list) => list ?? [])
    : undefined;
}

const isFor = (hosts: readonly string[], host: string): boolean =>
  hosts.some((one) => fitsPattern(withoutPort(one).toLowerCase(), host));

/** Hosts at the same gateway that no list of the program is for. */
export const checkOfHosts = (list: AllowListFact, path: string): EndCheck => ({
  path,
  reason(program) {
    const root = rootNamespace(program);
    const isThere = (reach: AllowListFact["reach"]) => meeting(reach, list.reach, root) !== "never";
    const lists = program.said("allowList").filter(({ reach }) => isThere(reach));
    const hosts = lists.flatMap((one) => one.hosts ?? []);
    const isOpen =
      lists.some((one) => one.hosts === undefined) ||
      program.said("openToAll").some(({ reach }) => isThere(reach));
    if (isOpen || !saysFirst(program, list)) {
      return undefined;
    }
    const [out] = program
      .said("gateway")
      .filter((gateway) => holdsAt(program, list.reach, gateway))
      .flatMap(({ owner, hosts: served = [] }) =>
        served
          .filter((host) => !host.startsWith("*") && !isFor(hosts, host))
          .map((host) => ({ owner, host })),
      );
    return (
      out &&
      `let requests for ${hosts.join(", ")} in, and ${out.owner} serves ${out.host} at the same gateway: what no ALLOW policy fits is refused as soon as there is one, so that ${out.host} answers 403; add a rule for it`
    );
  },
});
