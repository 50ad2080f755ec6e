import type { PolicyReach } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { believedProxies, proxyProtocolExpected } from "../../routing/installed-gateway";
import { PolicyTargetKind } from "../policy-args";
import { gatewaysOf } from "../policy-reach";
import type { AuthorizationRule, AuthorizationSource } from "./authorization-args";

/** Arguments that set one of these fields or name that attribute. */
const argumentsOf = (
  rules: readonly AuthorizationRule[],
  fields: readonly (keyof AuthorizationSource)[],
  wanted: string,
): string[] =>
  rules.flatMap(({ from = [], when = [] }, i) => [
    ...from.flatMap((source, j) =>
      fields
        .filter((field) => source[field] !== undefined)
        .map((field) => `rules[${i}].from[${j}].${field}`),
    ),
    ...when.flatMap(({ attribute }, j) =>
      attribute === wanted ? [`rules[${i}].when[${j}].attribute`] : [],
    ),
  ]);

/** Arguments that are compared with the address of a client behind proxies. */
const readers = (rules: readonly AuthorizationRule[]): string[] =>
  argumentsOf(rules, ["remoteIpBlocks", "notRemoteIpBlocks"], "remote.ip");

/** Gateways of the Gateway API that the policy names, as far as the program makes them. */
const targetsOf = (program: View, { namespace, targets = [] }: PolicyReach) =>
  targets.flatMap(({ kind, name }) =>
    kind === PolicyTargetKind.Gateway && namespace !== undefined && name !== undefined
      ? program.said("gateway", [namespace, name])
      : [],
  );

/** A gateway that surely sees nobody's address but that of the other end of the connection. */
function blind(program: View, reach: PolicyReach): string | undefined {
  const isBlind = (gateway: Parameters<typeof believedProxies>[0]) =>
    believedProxies(gateway, program) === 0;
  if (proxyProtocolExpected(program)) {
    return undefined;
  }
  const installed = gatewaysOf(program, reach).find(isBlind);
  const made = targetsOf(program, reach).find(isBlind);
  return installed?.owner ?? (made && `Gateway ${made.gateway}`);
}

/** Arguments that are compared with the other end of the connection. */
const peers = (rules: readonly AuthorizationRule[]): string[] =>
  argumentsOf(rules, ["ipBlocks", "notIpBlocks"], "source.ip");

/** Rules by the other end of the connection, at a gateway whose Service puts a node's address there. */
const checksOfPeers = (reach: PolicyReach, rules: readonly AuthorizationRule[]): EndCheck[] =>
  peers(rules)
    .slice(0, 1)
    .map((path) => ({
      path,
      reason: (program) => {
        const gateway = gatewaysOf(program, reach).find(({ hidesClients }) => hidesClients);
        return (
          gateway &&
          `is the address at the other end of the connection, and the Service of ${gateway.owner} may put that of a node there (externalTrafficPolicy "Cluster", Kubernetes' default), the same one for everybody; set its externalTrafficPolicy to "Local", or say remoteIpBlocks (remote.ip) and numTrustedProxies where a proxy in front names the client`
        );
      },
    }));

/** Rules by the addresses of clients, at a gateway that believes no proxy in front what they are. */
const checksOfNamed = (reach: PolicyReach, rules: readonly AuthorizationRule[]): EndCheck[] =>
  readers(rules)
    .slice(0, 1)
    .map((path) => ({
      path,
      reason: (program) => {
        const gateway = blind(program, reach);
        return (
          gateway &&
          `is the address of a client as a proxy in front names it, and ${gateway} believes none: it compares the other end of its connection, behind a load balancer the same one for everybody; set its numTrustedProxies to the number of proxies in front, or say ipBlocks (source.ip) where there is none`
        );
      },
    }));

/** Rules by the addresses of clients, as proxies in front name them and as the connection has them. */
export const checksOfClientAddresses = (
  reach: PolicyReach,
  rules: readonly AuthorizationRule[] = [],
): EndCheck[] => [...checksOfNamed(reach, rules), ...checksOfPeers(reach, rules)];
