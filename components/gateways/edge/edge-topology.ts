import { type Doubt, doubt } from "../../program/doubt";
import type { GatewayTopologyFact } from "../../program/topics";
import type { View } from "../../program/view";
import { Dialect } from "../../traffic/dialect";
import { closedPort, installedGateways } from "../../traffic/installed-gateway";
import { under } from "../../validation/fields";
import { plainSelector } from "./edge-claims";
import type { EdgeSpec } from "./edge-spec";

/** Headers that a proxy in front writes, and a gateway that does not believe it writes anew. */
const forwarded = /^x-(forwarded-(proto|for|host|port)|envoy-external-address)$/;

/** What the program says of the gateway's own Pods. */
export function ownGateways(spec: EdgeSpec, program: View): GatewayTopologyFact[] {
  const own = plainSelector(spec);
  return spec.dialect === Dialect.Istio && own ? installedGateways(own, program) : [];
}

/** How many proxies in front the gateway believes; undefined when nobody says so for sure. */
function trustedProxies(spec: EdgeSpec, program: View): number | undefined {
  const { numTrustedProxies: said } = spec.args;
  if (said !== undefined) {
    return said;
  }
  const ofMesh = program.said("gatewayTopology").filter(({ selector }) => selector === undefined);
  const ofGateway = ownGateways(spec, program);
  const numbers = [...ofGateway, ...ofMesh].map(({ numTrustedProxies }) => numTrustedProxies);
  const most = Math.max(0, ...numbers.map((number) => number ?? 0));
  const isSure =
    ofMesh.length > 0 &&
    (spec.dialect === Dialect.GatewayApi || ofGateway.length > 0) &&
    numbers.every((number) => number !== undefined);
  return most > 0 || isSure ? most : undefined;
}

const places: Record<Dialect, string> = {
  istio: "numTrustedProxies of the IngressGateway",
  "gateway-api": "numTrustedProxies here",
};

/** What reads a header of proxies in front, with the argument that does. */
function readers({ args, servers }: EdgeSpec): { path: string; what: string }[] {
  const inMatches = (args.routes ?? []).flatMap(({ matches = [] }, i) =>
    matches.flatMap((match, j) =>
      (["headers", "withoutHeaders"] as const).flatMap((list) =>
        (match[list] ?? []).flatMap(({ name }, k) =>
          forwarded.test(name)
            ? [{ path: `routes[${i}].matches[${j}].${list}[${k}].name`, what: name }]
            : [],
        ),
      ),
    ),
  );
  const inServers = servers
    .filter(({ tlsInFront }) => tlsInFront)
    .map(({ at }) => ({ path: under(at, "tlsInFront"), what: "x-forwarded-proto" }));
  return [...inMatches, ...inServers];
}

/** A header of a proxy that the gateway does not believe. */
const trustDoubts = (spec: EdgeSpec): Doubt[] =>
  readers(spec).map(({ path, what }) => ({
    path,
    now: (program) =>
      trustedProxies(spec, program) === 0
        ? `${what} is what a proxy in front says, and this gateway trusts none: it sees its own connection with the load balancer, or what the client made up; set ${places[spec.dialect]} to the number of proxies in front`
        : undefined,
    atEnd: (program) =>
      (trustedProxies(spec, program) ?? 0) === 0
        ? `${what} is what a proxy in front says, and nobody in this program says that the gateway trusts one: it then sees its own connection with the load balancer, or what the client made up; set ${places[spec.dialect]}, or say numTrustedProxies here of a gateway that is installed elsewhere`
        : undefined,
  }));

/** What is said here of a gateway that says something else itself. */
function contradicted(spec: EdgeSpec): Doubt[] {
  const { numTrustedProxies: said } = spec.args;
  if (said === undefined || spec.dialect === Dialect.GatewayApi) {
    return [];
  }
  const reason = (program: View) => {
    const other = ownGateways(spec, program).find(
      ({ numTrustedProxies }) => numTrustedProxies !== undefined && numTrustedProxies !== said,
    );
    return other && other.numTrustedProxies !== 0
      ? `${said} is not what ${other.owner} has, ${other.numTrustedProxies}; leave it out here`
      : undefined;
  };
  return [doubt("numTrustedProxies", reason)];
}

const portDoubts = (spec: EdgeSpec): Doubt[] =>
  spec.servers.map(({ at, port }) =>
    doubt(under(at, "port"), (program) => closedPort(ownGateways(spec, program), port)),
  );

export const topologyDoubts = (spec: EdgeSpec): Doubt[] => [
  ...trustDoubts(spec),
  ...contradicted(spec),
  ...portDoubts(spec),
];
