import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { hostRuleFacts, tlsPorts } from "../../policies/traffic/host-rule";
import { trafficPolicyClaim } from "../../policies/traffic/traffic-policy-claim";
import { serviceOf } from "../../policies/traffic/traffic-policy-together";
import type { WaypointName } from "../../program/facts/namespace-facts";
import type { ExternalPortFact } from "../../program/facts/service-facts";
import { labelledWaypoint, namedWaypoint } from "../../program/named-waypoint";
import {
  type Claim,
  type Demand,
  demand,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import { waypointOf as labelled } from "../../program/waypoint-label";
import type { NamedObject } from "../../resources/named-object";
import { externalHostClaims, inWords, visibleIn } from "./external-host-claim";
import { notElsewhere } from "./external-host-twice";
import { type ExternalPort, type ExternalServiceArgs, Resolution } from "./external-service-args";
import { externalPolicy } from "./external-service-policy";

type Names = readonly pulumi.Input<string>[];

/** The objects of an ExternalService, without what stands in them. */
interface Planned {
  entry: Pick<NamedObject<unknown>, "name" | "namespace">;
  rules: Pick<NamedObject<{ host: pulumi.Input<string> }>, "name" | "namespace" | "spec">[];
}

/** Without an address of its own a host is told by its port alone, and the first one gets all. */
function portClaims(
  { hosts, ports, addresses, waypoint }: ExternalServiceArgs,
  seenIn: Names,
): Claim[] {
  if (addresses !== undefined || waypoint !== undefined || hosts.length === 0) {
    return [];
  }
  return ports.flatMap(({ port: number, protocol }, i) =>
    protocol === "TCP" || protocol === "MONGO"
      ? seenIn.map((namespace) => ({
          what: "TCP without `addresses` at port",
          key: [whenKnown([number], String), whenKnown([namespace], inWords)],
          path: `ports[${i}].port`,
          way: "its clients would get all connections; give both the `addresses` that clients call, or other ports",
        }))
      : [],
  );
}

const oneService =
  "write all ports of the host into one ExternalService, or have each seen in namespaces of its own (exportTo)";

function claims(args: ExternalServiceArgs, { entry, rules }: Planned): Claim[] {
  const { namespace, name } = entry;
  const seenIn = visibleIn(namespace, args.exportTo);
  return [
    ...portClaims(args, seenIn),
    ...args.hosts.flatMap((host, i) =>
      args.ports.flatMap(({ port: number }) =>
        externalHostClaims(host, number, seenIn, `hosts[${i}]`, oneService),
      ),
    ),
    ...rules.map(({ spec: { host } }) =>
      trafficPolicyClaim(
        { host, namespace },
        args.trafficPolicy ? "trafficPolicy" : "ports",
        "say it in `trafficPolicy` and `tls` of the ExternalService alone",
      ),
    ),
    objectClaim("ServiceEntry", [namespace, name], "name"),
    ...rules.map((rule) => objectClaim("DestinationRule", [namespace, rule.name], "name")),
  ];
}

function portFact({ port: number, protocol, tls }: ExternalPort): ExternalPortFact {
  const [known, spoken] = [recall(number), recall(protocol)];
  return {
    tlsAdded: tls !== undefined,
    ...(known !== undefined && { number: known }),
    ...(spoken !== undefined && { protocol: spoken }),
  };
}

function facts(owner: string, args: ExternalServiceArgs, { entry }: Planned): Fact[] {
  const all = visibleIn(entry.namespace, args.exportTo);
  const seenIn = all.flatMap((one) => recall(one) ?? []);
  const isWhole = all.length > 0 && seenIn.length === all.length;
  const namespace = recall(entry.namespace);
  const resolution = resolutionOf(args);
  const hosts = args.hosts.map((host, i): Fact => {
    const known = recall(host);
    return fact({
      topic: "externalHost",
      key: [host],
      path: `hosts[${i}]`,
      value: {
        owner,
        ...(known !== undefined && { host: known }),
        ...(namespace !== undefined && { namespace }),
        visibleIn: seenIn,
        ...(!isWhole && { moreSeeIt: true }),
        ports: args.ports.map(portFact),
        ...(resolution !== undefined && { resolution }),
      },
    });
  });
  const waypoint = waypointOf(args, entry);
  const said = fact({
    topic: "serviceEntry",
    key: [entry.namespace, entry.name],
    path: "name",
    value: { owner, ...(waypoint && { waypoint }) },
  });
  return [...hosts, said, ...rulesNeeded(owner, args, namespace, seenIn)];
}

/** TLS that clients add, which they do not if they follow a rule of their own namespace. */
const rulesNeeded = (
  owner: string,
  args: ExternalServiceArgs,
  namespace: string | undefined,
  seenIn: readonly string[],
): Fact[] =>
  args.hosts.flatMap((host) =>
    hostRuleFacts(host, args.ports.some(({ tls }) => tls) ? "ports" : "trafficPolicy.tls", {
      owner,
      ...(namespace !== undefined && { namespace }),
      visibleIn: seenIn,
      subsets: [],
      tlsAt: tlsPorts(externalPolicy(args) ?? {}),
      way: `say it in \`trafficPolicy\` of ${owner}, or write tls in both`,
    }),
  );

/** What it names as waypoint, by the argument or by a label of its own. */
function waypointOf(
  { labels, waypoint, waypointNamespace }: ExternalServiceArgs,
  { namespace }: Planned["entry"],
): WaypointName | undefined {
  const [name, where] = [waypoint && recall(waypoint), recall(waypointNamespace ?? namespace)];
  if (waypoint === undefined) {
    const own = recall(namespace);
    return own === undefined ? undefined : labelled(labels, own);
  }
  return name === undefined || where === undefined ? "later" : { namespace: where, name };
}

/** The waypoint that it names is to be there, and to take requests to services. */
function waypointUse(
  { labels, waypoint, waypointNamespace }: ExternalServiceArgs,
  { namespace }: Planned["entry"],
): Required<Pick<Part, "demands" | "atEnd">> {
  return waypoint === undefined
    ? labelledWaypoint(labels, namespace, "services", "labels")
    : namedWaypoint({
        waypoint,
        ...(waypointNamespace !== undefined && { waypointNamespace }),
        namespace,
        path: "waypoint",
        passes: "services",
      });
}

const resolutionOf = ({ resolution = Resolution.Dns }: ExternalServiceArgs) => recall(resolution);

/** To istiod a host is one service, whose addresses are found in one way, whoever declares its ports. */
function sameResolution(args: ExternalServiceArgs, { entry }: Planned, i: number): Demand[] {
  const own = resolutionOf(args);
  const seenIn = visibleIn(entry.namespace, args.exportTo).flatMap((one) => recall(one) ?? []);
  const meets = (other: readonly string[]) =>
    [...other, ...seenIn].includes("*") || other.some((one) => seenIn.includes(one));
  return own === undefined
    ? []
    : [
        demand({
          topic: "externalHost",
          key: [args.hosts[i] ?? ""],
          path: "resolution",
          test: ({ owner, resolution, visibleIn: other }) =>
            resolution !== undefined && resolution !== own && meets(other)
              ? `${shown(own)} is not that of ${owner}, ${shown(resolution)}, which declares the same host; istiod takes one of them for all its ports: write all ports into one ExternalService, or the same resolution`
              : undefined,
        }),
      ];
}

/** All ports of a host are in one namespace. */
function elsewhere(args: ExternalServiceArgs, { entry }: Planned, i: number): Demand {
  const namespace = recall(entry.namespace);
  return notElsewhere(args.hosts[i] ?? "", `hosts[${i}]`, {
    ...(namespace !== undefined && { namespace }),
    visibleIn: visibleIn(entry.namespace, args.exportTo).flatMap((one) => recall(one) ?? []),
    ports: args.ports.map(portFact),
  });
}

/** istiod prefers a Service of the same name, and leaves all out that is said here. */
function notInside(host: pulumi.Input<string>, i: number): Demand[] {
  const service = serviceOf(host);
  return service === undefined
    ? []
    : [
        demand({
          topic: "service",
          key: service,
          path: `hosts[${i}]`,
          test: () =>
            "is a Service of the program, which proxies know already; leave the ExternalService out, or name a host outside",
        }),
      ];
}

/** What an ExternalService says to the program that it is part of. */
export function externalServicePart(
  owner: string,
  args: ExternalServiceArgs,
  planned: Planned,
): Part {
  const { demands, atEnd } = waypointUse(args, planned.entry);
  return {
    claims: claims(args, planned),
    facts: facts(owner, args, planned),
    demands: [
      ...args.hosts.flatMap((host, i) => [
        ...notInside(host, i),
        elsewhere(args, planned, i),
        ...sameResolution(args, planned, i),
      ]),
      ...demands,
    ],
    atEnd,
  };
}
