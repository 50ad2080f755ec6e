import { httpFilter, networkFilter } from "./envoy";
import type { Envoy, ProxyConfig } from "./translate";

const http = "envoy.filters.http.rbac";
const network = "envoy.filters.network.rbac";

/** What one rule looks at, as Envoy's own matchers in JSON; `not ` stands before negated ones. */
export interface RbacRule {
  permissions: string[];
  principals: string[];
}

/** The rules of a listener's HTTP filter, by their place in the policies. */
export function rbacRules(
  config: ProxyConfig,
  listener: string,
  chain?: string,
): Record<string, RbacRule> {
  return rulesOf(httpFilter(config, listener, http, chain)?.rules?.policies);
}

/** The rules for connections without HTTP. */
export const tcpRbacRules = (config: ProxyConfig): Record<string, RbacRule> =>
  rulesOf(networkFilter(config, "virtualInbound", network)?.rules?.policies);

function rulesOf(policies: Envoy = {}): Record<string, RbacRule> {
  return Object.fromEntries(
    Object.entries<Envoy>(policies).map(([name, { permissions, principals }]) => [
      name,
      { permissions: permissions.flatMap(leaves), principals: principals.flatMap(leaves) },
    ]),
  );
}

/** Matchers below any nesting of "all of", "one of" and "not"; the nesting itself is Istio's. */
function leaves(matcher: Envoy): string[] {
  const { andRules, orRules, andIds, orIds, notRule, notId } = matcher;
  const several = andRules?.rules ?? orRules?.rules ?? andIds?.ids ?? orIds?.ids;
  if (several) {
    return several.flatMap(leaves);
  }
  const negated = notRule ?? notId;
  return negated
    ? leaves(negated).map((leaf) => (leaf.startsWith("not ") ? leaf.slice(4) : `not ${leaf}`))
    : [JSON.stringify(matcher)];
}
