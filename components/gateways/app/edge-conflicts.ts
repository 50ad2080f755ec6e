import type { ArgumentCheck } from "../../../arguments/argument-check";
import { under } from "../../../arguments/fields";
import { isKnown } from "../../../arguments/when-known";
import { hostsOverlap } from "../../../values/host";
import type { EdgeServer } from "./edge-servers";
import { GatewayProtocol } from "./gateway-server-args";

/** Servers may share a port only when Envoy can tell their clients apart by the TLS server name. */
const isEncrypted = ({ protocol }: Pick<EdgeServer, "protocol">) =>
  protocol === GatewayProtocol.Https || protocol === GatewayProtocol.Tls;

/** Whether servers of both may share a port. */
export const protocolsMeet = (one: GatewayProtocol, other: GatewayProtocol): boolean =>
  one === other || (isEncrypted({ protocol: one }) && isEncrypted({ protocol: other }));

const shown = ({ at, name }: EdgeServer) => at || `server "${name}"`;

function sharedHost(one: EdgeServer, other: EdgeServer): string | undefined {
  const known = other.hosts.filter(isKnown);
  const isShared = (host: string) =>
    isEncrypted(one) || one.protocol === GatewayProtocol.Http
      ? known.includes(host)
      : known.some((name) => hostsOverlap(name, host));
  return one.hosts.filter(isKnown).find(isShared);
}

function portConflict(earlier: EdgeServer, later: EdgeServer): string | undefined {
  if (isEncrypted(earlier) !== isEncrypted(later)) {
    return `has ${later.protocol} on a port where ${shown(earlier)} has ${earlier.protocol}; one port carries either plain or encrypted connections`;
  }
  if (earlier.protocol !== later.protocol && !isEncrypted(later)) {
    return `has ${later.protocol} on a port where ${shown(earlier)} has ${earlier.protocol}; a plain port has one protocol`;
  }
  const host = sharedHost(earlier, later);
  return (
    host &&
    `serves "${host}", which ${shown(earlier)} serves on the same port already (IST0145); the port and each host belong to one server`
  );
}

function sameCertificate(earlier: EdgeServer, later: EdgeServer): string | undefined {
  const name = later.tls?.credentialName;
  return isKnown(name) && name !== undefined && name === earlier.tls?.credentialName
    ? `"${name}" is the certificate of ${shown(earlier)} on the same port too (IST0138): a browser that keeps one connection for both gets 404 from the wrong one; put the hosts into one server`
    : undefined;
}

/** Checks servers against each other. Ports that are not known yet are left to istiod. */
export function checkConflicts(check: ArgumentCheck, servers: readonly EdgeServer[]): void {
  servers.forEach((later, i) => {
    for (const earlier of servers.slice(0, i)) {
      if (!isKnown(later.port) || later.port !== earlier.port) {
        continue;
      }
      const conflict = portConflict(earlier, later);
      const certificate = sameCertificate(earlier, later);
      if (conflict) {
        check.fail(under(later.at, "port"), `${later.port} ${conflict}`);
      } else if (certificate) {
        check.fail(under(later.at, "tls.credentialName"), certificate);
      }
    }
  });
}
