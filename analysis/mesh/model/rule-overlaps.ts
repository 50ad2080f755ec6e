import { coversHost, hostsOverlap } from "../../../values/host";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import type { Rule } from "./destination-rules";

/** What follows each dot of a host, e.g. `.shop.svc`, `.svc`. */
const endings = (host: string): string[] => {
  const parts = host.split(".");
  return parts.slice(1).map((_, i) => `.${parts.slice(i + 1).join(".")}`);
};

const any = "*";

/** Rules by what follows each dot of their hosts. */
const byEnding = (mesh: Mesh): ReadonlyMap<string, readonly Rule[]> => {
  const entries = mesh.rules.flatMap((rule) => endings(rule.host).map((end) => ({ end, rule })));
  return new Map(
    [...grouped(entries, ({ end }) => end)].map(([end, all]) => [end, all.map(({ rule }) => rule)]),
  );
};

/** Rules whose wildcard has no dot behind it. */
const loose = (mesh: Mesh): readonly Rule[] =>
  mesh.rules.filter(({ host }) => host.startsWith(any) && !host.startsWith("*."));

/** Rules for hosts that a rule is for, too: the same, a part of its wildcard, or a wildcard around it. */
export function overlapping(mesh: Mesh, { host }: Rule): readonly Rule[] {
  const isLoose = host.startsWith(any) && !host.startsWith("*.");
  const within = isLoose
    ? mesh.rules.filter((rule) => coversHost(host, rule.host))
    : host.startsWith(any)
      ? (mesh.fact(byEnding).get(host.slice(1)) ?? [])
      : [];
  const around = endings(host).flatMap((end) => mesh.rulesNamed(`${any}${end}`));
  const others = mesh.fact(loose).filter((rule) => hostsOverlap(rule.host, host));
  return [...new Set([...mesh.rulesNamed(host), ...within, ...around, ...others])];
}
