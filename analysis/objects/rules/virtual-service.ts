import { gatewayRouteNameProblem, hostsOverlap, wildcardNameProblem } from "../../../values/host";
import { isIpAddress } from "../../../values/ip";
import { type Finding, refused } from "../finding";
import type { MeshObject } from "../mesh-object";
import { exportToFindings } from "./primitives/export-to";
import {
  checkTexts,
  entries,
  field,
  isBlank,
  isFilled,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";
import { type Binding, bindingOf, gatewayNameFindings } from "./virtual-service-gateways";
import { httpRouteFindings } from "./virtual-service-http";
import { claimFindings } from "./virtual-service-match";
import { tcpRouteFindings, tlsRouteFindings } from "./virtual-service-tls-tcp";
import { unusedFindings } from "./virtual-service-unused";

/**
 * What istiod's webhook says of a VirtualService, for the mesh, for gateways, or as a delegate of
 * another one.
 */
export function virtualServiceRules({ metadata, spec }: MeshObject): Finding[] {
  const top: Place = { path: "spec", value: spec };
  const namespace = text({ path: "metadata.namespace", value: metadata.namespace });
  const hosts = field(top, "hosts");
  const gateways = field(top, "gateways");
  const http = field(top, "http");
  const tcp = field(top, "tcp");
  const tls = field(top, "tls");
  const binding = bindingOf(gateways);
  const delegated = isUnknown(hosts) ? undefined : isBlank(hosts);
  return [
    ...(delegated ? delegateFindings([gateways, tls, tcp]) : []),
    ...gatewayNameFindings(gateways),
    ...(binding === "mesh" ? claimFindings(http) : []),
    ...hostsFindings(hosts, binding, tls),
    ...refusedIf([http, tcp, tls].every(isBlank), top, "one of http, tcp, tls is needed"),
    ...entries(http).flatMap((route) => httpRouteFindings(route, delegated)),
    ...entries(tls).flatMap((route) => tlsRouteFindings(route, top)),
    ...entries(tcp).flatMap(tcpRouteFindings),
    ...exportToFindings(field(top, "exportTo"), { namespace }),
    ...[http, tcp, tls].flatMap(unusedFindings),
  ];
}

const delegateFindings = (places: Place[]): Finding[] =>
  places
    .filter(isFilled)
    .map(({ path, value }) =>
      refused(path, value, "without hosts this is a delegate, which has http routes only"),
    );

/** Whether routes go by the name in TLS, for which names of other clusters are allowed. */
const goesBySni = (tls: Place): boolean =>
  entries(tls)
    .flatMap((route) => entries(field(route, "match")))
    .some((match) => !isBlank(field(match, "sniHosts")));

function hostsFindings(hosts: Place, binding: Binding, tls: Place): Finding[] {
  const sni = goesBySni(tls);
  const problemOf = (host: string): string | undefined => {
    if (binding === "mesh" && host === "*") {
      return 'inside the mesh a host has to be named; "*" is for gateways alone';
    }
    const problem =
      binding === "mesh" ? wildcardNameProblem(host) : gatewayRouteNameProblem(host, sni);
    return isIpAddress(host) ? undefined : problem;
  };
  const wrong = checkTexts(hosts, problemOf);
  return wrong.length > 0 ? wrong : repeatedHosts(entries(hosts));
}

function repeatedHosts(hosts: readonly Place[]): Finding[] {
  const names = hosts.flatMap(({ path, value }) =>
    typeof value === "string" ? [{ path, value }] : [],
  );
  return names.flatMap(({ path, value }, i) => {
    const earlier = names.slice(0, i).find((other) => hostsOverlap(value, other.value));
    return earlier === undefined
      ? []
      : [refused(path, value, `${earlier.path} stands for the same host`)];
  });
}
