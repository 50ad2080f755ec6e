import { coversHost } from "../../values/host";
import { grouped } from "./lazy";
import type { Mesh } from "./mesh";
import type { Rule } from "./model/destination-rules";

const wildcard = "*";

/** DestinationRules by their hosts; those for many hosts are together. */
const byHost = (mesh: Mesh): ReadonlyMap<string, readonly Rule[]> =>
  grouped(mesh.rules, ({ host }) => (host.startsWith(wildcard) ? wildcard : host));

/** DestinationRules for a host: its own, and those for many hosts of which it is one. */
export function rulesCovering(mesh: Mesh, host: string): Rule[] {
  const rules = mesh.fact(byHost);
  const wide = rules.get(wildcard) ?? [];
  return [...(rules.get(host) ?? []), ...wide.filter((rule) => coversHost(rule.host, host))];
}
