import { recall } from "../../../arguments/known-output";
import { whenKnown } from "../../../arguments/when-known";
import { hostRuleFacts } from "../../policies/traffic/host-rule";
import { trafficPolicyClaim } from "../../policies/traffic/traffic-policy-claim";
import type { ExternalHostFact } from "../../program/facts/service-facts";
import { plainLabels } from "../../program/labels";
import { labelledWaypoint } from "../../program/named-waypoint";
import { type Claim, type Fact, fact, objectClaim, type Part } from "../../program/part";
import type { View } from "../../program/view";
import { waypointOf } from "../../program/waypoint-label";
import type { NamedObject } from "../../resources/named-object";
import { externalHostClaims } from "../external/external-host-claim";
import { notElsewhere } from "../external/external-host-twice";
import { closedPort, installedGateways } from "../installed-gateway";
import { pastGateway } from "./egress-route-ambient";
import type { EgressRouteArgs } from "./egress-route-args";
import { gatewayChecks } from "./egress-route-gateway";
import type { EgressRoutePlan } from "./egress-route-plan";
import type { EgressSpec } from "./egress-route-spec";

/**
 * At one port of a gateway a host has one server, which ends the mesh's TLS or passes the client's on,
 * and one way out.
 */
const atGateway = ({ host, gatewayHost, gatewayPort }: EgressSpec): Claim => ({
  what: "host at the gateway",
  key: [
    whenKnown([gatewayHost, gatewayPort], (name: string, port: number) => `${name}:${port}`),
    host,
  ],
  path: "gatewayPort",
  way: "give this one another gatewayPort, which the gateway's Service has to have",
});

type Planned = Pick<EgressRoutePlan, "entry" | "toHost">;
type Named = Pick<NamedObject<unknown>, "name" | "namespace">;

function objects({ entry, toHost }: Planned): Claim[] {
  const claim = (kind: string, { namespace, name }: Named) =>
    objectClaim(kind, [namespace, name], "name");
  const kinds = ["ServiceEntry", "Gateway", "DestinationRule", "VirtualService"];
  return [
    ...kinds.map((kind) => claim(kind, entry)),
    ...(toHost ? [claim("DestinationRule", toHost)] : []),
  ];
}

/** Of two rules for the host the gateway follows one, and may then speak plain text where TLS was meant. */
const ruleToHost = ({ host }: EgressSpec, { toHost }: Planned): Claim[] =>
  toHost
    ? [
        trafficPolicyClaim(
          { host, namespace: toHost.namespace },
          "tls",
          "the gateway follows one rule for a host: leave the other one out, or give this route a gateway in a namespace of its own",
        ),
      ]
    : [];

/** The gateway may be declared after the route, or by another program. */
function closedAtGateway(
  { selector }: EgressRouteArgs,
  { gatewayPort }: EgressSpec,
  program: View,
): string | undefined {
  const labels = plainLabels(selector);
  return labels && closedPort(installedGateways(labels, program), gatewayPort);
}

/** The ways to the gateway and from there to the host, of which clients follow no part by another rule. */
function rulesNeeded(
  owner: string,
  { host, gatewayHost, subset }: EgressSpec,
  { entry, toHost }: Planned,
): Fact[] {
  const [namespace, version] = [recall(entry.namespace), recall(subset)];
  const way = `write namespace: ${JSON.stringify(namespace)}, where the route and the gateway are`;
  const rule = { owner, ...(namespace !== undefined && { namespace }), way };
  return [
    ...hostRuleFacts(gatewayHost, "gatewayService", {
      ...rule,
      visibleIn: ["*"],
      subsets: version === undefined ? [] : [version],
      tlsAt: [],
    }),
    ...(toHost
      ? hostRuleFacts(host, "tls", {
          ...rule,
          visibleIn: namespace === undefined ? [] : [namespace],
          subsets: [],
          tlsAt: ["all ports"],
          way: "write tls there, too",
        })
      : []),
  ];
}

/** The host as proxies know it. */
function declaredHost(
  owner: string,
  { tls }: EgressRouteArgs,
  { host, port, protocol }: EgressSpec,
  { entry }: Planned,
): ExternalHostFact {
  const [number, known, namespace] = [recall(port), recall(host), recall(entry.namespace)];
  return {
    owner,
    ...(known !== undefined && { host: known }),
    ...(namespace !== undefined && { namespace }),
    visibleIn: ["*"],
    routed: true,
    ports: [{ ...(number !== undefined && { number }), protocol, tlsAdded: tls !== undefined }],
  };
}

/** The ServiceEntry, which may have a waypoint by its labels. */
function entryFact(owner: string, { labels }: EgressRouteArgs, { namespace, name }: Named): Fact {
  const own = recall(namespace);
  const waypoint = own === undefined ? undefined : waypointOf(labels, own);
  return fact({
    topic: "serviceEntry",
    key: [namespace, name],
    path: "name",
    value: { owner, ...(waypoint && { waypoint }) },
  });
}

/** What an EgressRoute says to the program that it is part of. */
export function egressRoutePart(
  owner: string,
  args: EgressRouteArgs,
  spec: EgressSpec,
  plan: Planned,
): Part {
  const { host } = spec;
  const declared = declaredHost(owner, args, spec, plan);
  const { demands, atEnd } = labelledWaypoint(
    args.labels,
    plan.entry.namespace,
    "services",
    "labels",
  );
  return {
    claims: [
      atGateway(spec),
      ...externalHostClaims(
        host,
        spec.port,
        ["*"],
        "host",
        "an EgressRoute declares its host itself; leave the other one out, or give this one another port",
      ),
      ...ruleToHost(spec, plan),
      ...objects(plan),
    ],
    demands: [...demands, notElsewhere(host, "host", declared)],
    atEnd: [
      ...atEnd,
      pastGateway(args, plan.entry),
      ...gatewayChecks(args),
      { path: "gatewayPort", reason: (program) => closedAtGateway(args, spec, program) },
    ],
    facts: [
      ...rulesNeeded(owner, spec, plan),
      fact({ topic: "externalHost", key: [host], path: "host", value: declared }),
      entryFact(owner, args, plan.entry),
    ],
  };
}
