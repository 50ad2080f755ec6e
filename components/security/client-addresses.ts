import type { EndCheck } from "../program/part";
import type { PolicyReach } from "../program/topics";
import type { View } from "../program/view";
import { believedProxies } from "../traffic/installed-gateway";
import type { AuthorizationRule } from "./authorization-rule";
import { gatewaysOf } from "./policy-reach";
import { PolicyTargetKind } from "./policy-target-kind";

/** Arguments that are compared with the address of a client behind proxies. */
const readers = (rules: readonly AuthorizationRule[]): string[] =>
  rules.flatMap(({ from = [], when = [] }, i) => [
    ...from.flatMap((source, j) =>
      (["remoteIpBlocks", "notRemoteIpBlocks"] as const)
        .filter((field) => source[field] !== undefined)
        .map((field) => `rules[${i}].from[${j}].${field}`),
    ),
    ...when.flatMap(({ attribute }, j) =>
      attribute === "remote.ip" ? [`rules[${i}].when[${j}].attribute`] : [],
    ),
  ]);

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
  const ofMesh = program.said("gatewayTopology").filter(({ selector }) => selector === undefined);
  if (ofMesh.some(({ proxyProtocol }) => proxyProtocol)) {
    return undefined;
  }
  const installed = gatewaysOf(program, reach).find(isBlind);
  const made = targetsOf(program, reach).find(isBlind);
  return installed?.owner ?? (made && `Gateway ${made.gateway}`);
}

/** Rules by the addresses of clients, at a gateway that believes no proxy in front what they are. */
export const checksOfClientAddresses = (
  reach: PolicyReach,
  rules: readonly AuthorizationRule[] = [],
): EndCheck[] =>
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
