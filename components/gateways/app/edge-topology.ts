import { under } from "../../../arguments/fields";
import { recall } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import { proxyConfigAnnotation } from "../../../values/known-names";
import { type Doubt, doubt } from "../../program/doubt";
import type { GatewayFact, GatewayTopologyFact } from "../../program/facts/gateway-facts";
import type { View } from "../../program/view";
import { Dialect } from "../../routing/dialect";
import { believedProxies, closedPort, installedGateways } from "../../routing/installed-gateway";
import type { EdgeSpec } from "./app-gateway-plan";
import { plainSelector } from "./edge-claims";

/** Headers that a proxy in front writes, and a gateway that does not believe it writes anew. */
const forwarded = [
  "x-forwarded-proto",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-envoy-external-address",
];

/** What the program says of the gateway's own Pods. */
export function ownGateways(spec: EdgeSpec, program: View): GatewayTopologyFact[] {
  const own = plainSelector(spec);
  return spec.dialect === Dialect.Istio && own ? installedGateways(own, program) : [];
}

/** Where the gateway's Pods are; undefined when the program does not say. */
export function podsNamespace(spec: EdgeSpec, program: View): string | undefined {
  if (spec.dialect === Dialect.GatewayApi) {
    return recall(spec.namespace);
  }
  const [installed] = ownGateways(spec, program);
  return installed?.namespace;
}

/** How many proxies in front the gateway believes; undefined when nobody says so for sure. */
function trustedProxies(spec: EdgeSpec, program: View): number | undefined {
  const { numTrustedProxies: said } = spec.args;
  if (said !== undefined) {
    return said;
  }
  const ofGateway = ownGateways(spec, program);
  // A gateway that is installed elsewhere may well have settings of its own.
  const isThere = spec.dialect === Dialect.GatewayApi || ofGateway.length > 0;
  const own = ofGateway.length > 0 ? ofGateway : [{ numTrustedProxies: "of the mesh" as const }];
  const numbers = own.map((gateway) => believedProxies(gateway, program));
  const most = Math.max(0, ...numbers.map((number) => number ?? 0));
  const isSure = isThere && numbers.every((number) => number !== undefined);
  return most > 0 || isSure ? most : undefined;
}

/** What the Pods that istiod makes for it believe; those of an installed gateway say it themselves. */
export function trustedByPods({
  dialect,
  args,
  infrastructure,
}: EdgeSpec): GatewayFact["numTrustedProxies"] {
  const annotations = recall(recall(infrastructure)?.annotations ?? {});
  const isPlain = isKnown(infrastructure) && annotations !== undefined;
  return dialect === Dialect.GatewayApi && isPlain && !(proxyConfigAnnotation in annotations)
    ? (args.numTrustedProxies ?? "of the mesh")
    : undefined;
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
          forwarded.includes(name)
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
  const reason = (program: View) =>
    ownGateways(spec, program)
      .map((gateway) => ({ owner: gateway.owner, has: believedProxies(gateway, program) }))
      .filter(({ has }) => has !== undefined && has !== said)
      .map(
        ({ owner, has }) =>
          `${said} is not what ${owner} has, ${has}; leave it out here, and set it there or in the mesh config`,
      )
      .at(0);
  return [doubt("numTrustedProxies", reason)];
}

const portDoubts = (spec: EdgeSpec): Doubt[] =>
  spec.servers.map(({ at, port }) =>
    doubt(under(at, "port"), (program) => closedPort(ownGateways(spec, program), port)),
  );

/** What hangs on the gateway's own Pods: the proxies that it believes, and the ports that it opens. */
export const topologyDoubts = (spec: EdgeSpec): Doubt[] => [
  ...trustDoubts(spec),
  ...contradicted(spec),
  ...portDoubts(spec),
];
