import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { namespaceNameLabel } from "../../../values/known-names";
import { hostRuleFacts } from "../../policies/traffic/host-rule";
import { trafficPolicyClaim } from "../../policies/traffic/traffic-policy-claim";
import { waypointFor } from "../../policies/waypoint-use";
import type { GatewayTopologyFact } from "../../program/facts/gateway-facts";
import type { ExternalHostFact } from "../../program/facts/service-facts";
import { plainLabels } from "../../program/labels";
import { labelledWaypoint } from "../../program/named-waypoint";
import {
  type Claim,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import type { View } from "../../program/view";
import { waypointOf } from "../../program/waypoint-label";
import type { NamedObject } from "../../resources/named-object";
import { externalHostClaims } from "../external/external-host-claim";
import { notElsewhere } from "../external/external-host-twice";
import { closedPort, gatewaysAmong, installedGateways, noneChosen } from "../installed-gateway";
import type { EgressRouteArgs } from "./egress-route-args";
import type { EgressRoutePlan, EgressSpec } from "./egress-route-plan";

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

type Chooser = Pick<EgressRouteArgs, "namespace" | "gatewayService" | "selector">;

const chosen = ({ selector }: Chooser, program: View): GatewayTopologyFact[] => {
  const labels = plainLabels(selector);
  return labels ? gatewaysAmong(labels, program) : [];
};

const unless = "unless another program has one with these labels there";

function elsewhere(args: Chooser, own: string, program: View): string | undefined {
  const all = chosen(args, program);
  const [first] = all;
  return first && all.every(({ namespace }) => namespace !== undefined && namespace !== own)
    ? `${shown(own)} is not where ${first.owner} is, ${shown(first.namespace)}: clients and gateway look for the objects there, and the host is not reached, ${unless}; pass its output namespace`
    : undefined;
}

function another(args: Chooser, [namespace, own]: readonly string[], program: View) {
  const all = chosen(args, program).filter((one) => one.namespace === namespace);
  const [first] = all;
  const isThere = program.said("service", [namespace ?? "", own ?? ""]).length > 0;
  return first && !isThere && all.every(({ service }) => service !== undefined && service !== own)
    ? `${shown(own)} is not the Service of ${first.owner}, ${shown(first.service)}: requests would go nowhere, unless another program has a Service of this name in ${namespace}; pass its output name`
    : undefined;
}

/** What is said of the gateway against what the program says of its own. */
const gatewayChecks = (args: Chooser): EndCheck[] => [
  {
    path: "selector",
    reason: (program) => noneChosen(plainLabels(args.selector), "egress", program),
  },
  {
    path: "namespace",
    names: [args.namespace],
    reason: (program, [own = ""]) => elsewhere(args, own, program),
  },
  {
    path: "gatewayService",
    names: [args.namespace, args.gatewayService],
    reason: (program, names) => another(args, names, program),
  },
];

/** A ztunnel reads no routes, so that its Pods call the host past the gateway. */
const pastGateway = (
  { tls }: EgressRouteArgs,
  { namespace, name }: Pick<NamedObject<unknown>, "name" | "namespace">,
): EndCheck => ({
  path: "host",
  names: [namespace, name],
  reason(program, [where = "", entry = ""]) {
    const ambient = program
      .said("namespace")
      .filter(({ mode, labels }) => mode === "ambient" && labels?.[namespaceNameLabel] !== where);
    const waypoint = waypointFor(program, { namespace: where, name: entry }, "serviceEntry");
    const isServed = waypoint === "later" || (waypoint && waypoint.name !== "none");
    if (ambient.length === 0 || isServed) {
      return undefined;
    }
    const names = ambient.flatMap(({ labels }) => labels?.[namespaceNameLabel] ?? []);
    const which = names.length === ambient.length ? ` (${names.join(", ")})` : "";
    const effect = tls && recall(tls.mode) ? ", without the TLS that it adds" : "";
    return `is called past the gateway by Pods of ambient namespaces${which}${effect}: a ztunnel reads no VirtualService; use an ExternalService with a waypoint, which takes the place of the gateway`;
  },
});
