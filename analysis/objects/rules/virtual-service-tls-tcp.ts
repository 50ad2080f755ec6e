import { coversHost, gatewayRouteNameProblem, wildcardNameProblem } from "../../../values/host";
import { isIpAddress } from "../../../values/ip";
import { type Finding, refused, warned } from "../finding";
import {
  entries,
  field,
  isBlank,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";
import { weightedFindings } from "./virtual-service-destination";
import { bindingOf } from "./virtual-service-gateways";
import { tcpMatchFindings, tlsMatchFindings } from "./virtual-service-match";

const needsRoute = (route: Place): Finding[] =>
  refusedIf(isBlank(route), route, "a destination is needed");

/** A route for connections: it needs a destination, and no match. */
export function tcpRouteFindings(route: Place): Finding[] {
  const destinations = field(route, "route");
  return [
    ...entries(field(route, "match")).flatMap(tcpMatchFindings),
    ...needsRoute(destinations),
    ...weightedFindings(destinations),
  ];
}

/**
 * A route for TLS that is passed on: it needs destinations and SNI names, which the hosts of the object
 * cover.
 */
export function tlsRouteFindings(route: Place, virtualService: Place): Finding[] {
  const matches = field(route, "match");
  const destinations = field(route, "route");
  return [
    ...refusedIf(isBlank(matches), matches, "a match with sniHosts is needed"),
    ...entries(matches).flatMap((match) => [
      ...sniFindings(field(match, "sniHosts"), virtualService),
      ...tlsMatchFindings(match),
    ]),
    ...needsRoute(destinations),
    ...weightedFindings(destinations),
  ];
}

function sniFindings(sniHosts: Place, virtualService: Place): Finding[] {
  return [
    ...refusedIf(isBlank(sniHosts), sniHosts, "a host is needed"),
    ...entries(sniHosts).flatMap((place) => sniHostFindings(place, virtualService)),
  ];
}

/** What istiod takes for routes of gateways here: all that do not name the mesh. */
const mayBeAtGateways = (gateways: Place): boolean =>
  isBlank(gateways) || bindingOf(gateways) !== "mesh";

function sniHostFindings({ path, value }: Place, virtualService: Place): Finding[] {
  if (typeof value !== "string") {
    return [];
  }
  const problem = mayBeAtGateways(field(virtualService, "gateways"))
    ? gatewayRouteNameProblem(value, true)
    : wildcardNameProblem(value);
  if (problem !== undefined) {
    return isIpAddress(value)
      ? [warned(path, value, "an IP address is no SNI name, and most clients send none")]
      : [refused(path, value, problem)];
  }
  const hosts = field(virtualService, "hosts");
  const known = entries(hosts);
  const within = known.some((host) => coversHost(text(host) ?? "", value));
  const unsure = isUnknown(hosts) || known.some(isUnknown);
  return within || unsure ? [] : [refused(path, value, "is none of the hosts in spec.hosts")];
}
