import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { coversHost } from "../../../values/host";
import { isHttpProtocol } from "../../../values/port";
import type { ExternalHostFact, ServiceFact } from "../../program/facts/service-facts";
import {
  type Demand,
  demand,
  type EndCheck,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import { splitPorts } from "../canary/original-service";
import { Dialect } from "../dialect";
import { unseenIn, unseenWords } from "../external/external-host-seen";
import type { RouteContext } from "../http/http-options-context";
import { targetDemands } from "../http/http-options-version";
import { mirrorChecks } from "../http/mirror";
import { callersAtWaypoint } from "../http/request-callers";
import { meshRouteClaims } from "../mesh-route-claim";
import { needsWaypoint } from "../needs-waypoint";
import { portKind, shownPort } from "../port-protocol";
import { serviceNamed } from "../service-name";
import type { ServiceRouteRule } from "./service-route-args";

/** What is known of a route, for what it says of itself. */
interface PlannedRoute {
  service: pulumi.Input<string>;
  host: pulumi.Input<string>;
  /** Name of the object, and whether somebody chose it. */
  name: pulumi.Input<string>;
  isNamed: boolean;
  dialect: Dialect;
  rules: readonly ServiceRouteRule[];
  context: RouteContext;
}

const listed = ({ ports }: ServiceFact) => ports.map(shownPort).join(", ");

/** Why a Service of the program cannot be routed. */
function notRouted(fact: ServiceFact, port: RouteContext["port"]): string | undefined {
  const ports = splitPorts(fact, port);
  if (fact.portsArriveLater) {
    return undefined;
  }
  if (ports.length === 0) {
    return `${recall(port ?? 0)} is none of the Service's ports; allowed: ${listed(fact)}`;
  }
  return ports.every((one) => ["tcp", "tls", "udp"].includes(portKind(one)))
    ? `has no requests that a proxy could route: port ${ports.map(shownPort).join(", ")} speaks ${portKind(ports[0] as ServiceFact["ports"][number])}; give a port of HTTP a name such as http-web or appProtocol http`
    : undefined;
}

/** Why the requests for a host outside cannot be routed. */
function notReadable(
  { owner, ports, routed }: ExternalHostFact,
  port: RouteContext["port"],
): string | undefined {
  if (routed) {
    return `is routed by ${owner} already; an EgressRoute has its own routes, so say it there, or use an ExternalService`;
  }
  const all = ports.filter(({ number }) => typeof port !== "number" || number === port);
  if (all.length === 0 && typeof port === "number" && ports.every(({ number }) => number)) {
    return `${port} is none of the ports of ${owner}; allowed: ${ports.map(({ number }) => number).join(", ")}`;
  }
  const unreadable = all.filter(({ protocol }) => !isHttpProtocol(protocol ?? "HTTP"));
  return all.length > 0 && unreadable.length === all.length
    ? `speaks ${unreadable[0]?.protocol} at port ${unreadable[0]?.number} of ${owner}: a proxy sees no requests there, so timeouts, retries and matches have no effect; let clients call it in plain text (protocol HTTP) and the mesh add TLS (tls: { mode: "SIMPLE" })`
    : undefined;
}

function ownDemands({ service, host, context }: PlannedRoute): Demand[] {
  const named = serviceNamed(service, context.namespace);
  const path = context.port === undefined ? "service" : "port";
  if (named) {
    return [
      demand({
        topic: "service",
        key: named,
        path,
        test: (fact) => notRouted(fact, context.port),
      }),
    ];
  }
  return [
    demand({
      topic: "externalHost",
      key: [recall(host) ?? host],
      path: "service",
      test: (fact) => notReadable(fact, context.port),
      missing: (all, [name = ""]) =>
        all.some((one) => one.host !== undefined && coversHost(one.host, name))
          ? undefined
          : `${name} is declared by no ExternalService of the program; proxies that know no such host answer 502 or 503`,
    }),
  ];
}

/** A route is for nobody in its namespace where a host outside is kept to others. */
const isSeen = ({ host, context }: PlannedRoute): EndCheck => ({
  path: "service",
  names: [host, context.namespace],
  reason(program, [name = "", own = ""]) {
    const [first] = unseenIn(name, own, program);
    return first && unseenWords(first, own);
  },
});

/** What a route says to the program that it is part of. */
export function serviceRoutePart(
  owner: string,
  route: PlannedRoute,
  more: readonly Demand[] = [],
): Part {
  const { service, host, name, isNamed, dialect, rules, context } = route;
  const named = serviceNamed(service, context.namespace);
  const kind = dialect === Dialect.Istio ? "VirtualService" : "HTTPRoute of the Gateway API";
  const way =
    "say all of it in one ServiceRoute, in the order of its rules, or in the options and matches of the Canary";
  return {
    claims: [
      ...meshRouteClaims(host, context.port, "service", way),
      objectClaim(
        kind,
        [context.namespace, name],
        isNamed ? "name" : "service",
        "give one of them another name",
      ),
    ],
    facts: [fact({ topic: "meshRoute", key: [host], path: "service", value: { owner, dialect } })],
    atEnd: [
      ...rules.flatMap(({ mirrors }, i) => mirrorChecks(`rules[${i}].mirrors`, mirrors)),
      ...(named
        ? [
            needsWaypoint(...named, "service"),
            ...callersAtWaypoint(
              ...named,
              rules.flatMap(({ matches = [] }, i) =>
                matches.map((match, j) => ({ path: `rules[${i}].matches[${j}]`, match })),
              ),
            ),
          ]
        : [isSeen(route)]),
    ],
    demands: [
      ...more,
      ...ownDemands(route),
      ...rules.flatMap(({ to = [], mirrors = [] }, i) => [
        ...to.flatMap((target, j) =>
          targetDemands(target, context, dialect, `rules[${i}].to[${j}]`),
        ),
        ...mirrors.flatMap((target, j) =>
          targetDemands(target, context, dialect, `rules[${i}].mirrors[${j}]`),
        ),
      ]),
    ],
  };
}
