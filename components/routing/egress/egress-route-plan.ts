import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { given } from "../../../arguments/fields";
import { dnsLabel, dnsName, host, port, type Test } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { withMetadata } from "../../metadata";
import {
  checkTrafficPolicy,
  trafficPolicySpec,
} from "../../policies/traffic/traffic-policy-options";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { DestinationRuleSpec } from "../../resources/networking/destination-rule";
import type { GatewaySpec } from "../../resources/networking/gateway";
import type { ServiceEntrySpec } from "../../resources/networking/service-entry";
import type { VirtualServiceSpec } from "../../resources/networking/virtual-service";
import { clusterDomainOf, domainDemands } from "../cluster-domain";
import { serviceHost } from "../service-host";
import { EgressProtocol, type EgressRouteArgs } from "./egress-route-args";
import { egressRoutePart } from "./egress-route-together";

const externalHost: Test<string> = (value) => {
  if (typeof value === "string" && value.includes("*")) {
    return `${shown(value)} is a wildcard, whose addresses the gateway cannot look up; name one host, or use an ExternalService with resolution DYNAMIC_DNS`;
  }
  return typeof value === "string" && !value.includes(".")
    ? `${shown(value)} is no full host name; write for example "api.example.com"`
    : host(value);
};

function checkTls(check: ArgumentCheck, { tls, protocol }: EgressRouteArgs): void {
  if (!tls) {
    return;
  }
  if (protocol === EgressProtocol.Tls) {
    check.fail("tls", 'would encrypt again what the client encrypts; allowed with protocol "HTTP"');
  }
  if (isKnown(tls.mode) && (tls.mode === "ISTIO_MUTUAL" || tls.mode === "DISABLE")) {
    check.fail(
      "tls.mode",
      `"${tls.mode}" does not fit a host outside the mesh; allowed: SIMPLE, MUTUAL; leave tls out for plain HTTP`,
    );
  }
  checkTrafficPolicy(check, "", { tls });
}

/** Throws one error with everything that is wrong; returns arguments that are safe to use. */
function checkEgressRoute(component: string, unchecked: EgressRouteArgs): Safe<EgressRouteArgs> {
  const check = checkArguments("EgressRoute", component, unchecked);
  const { args } = check;
  check.input("namespace", args.namespace, dnsLabel);
  check.input("gatewayService", args.gatewayService, dnsLabel);
  check.input("host", args.host, externalHost);
  check.input("port", args.port, port);
  check.input("targetPort", args.targetPort, port);
  check.input("gatewayPort", args.gatewayPort, port);
  check.input("name", args.name ?? component, dnsLabel);
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  const selector = checkSelector(
    check,
    "selector",
    args.selector,
    "is empty, which no gateway has; pass the gateway's labels",
  );
  checkTls(check, args);
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();
  return { ...safe, ...(selector && { selector }) };
}

/** Everything decided that the objects are written from. */
export interface EgressSpec {
  host: pulumi.Input<string>;
  protocol: EgressProtocol;
  port: pulumi.Input<number>;
  /** The gateway as clients call it. */
  gatewayHost: pulumi.Input<string>;
  gatewayPort: pulumi.Input<number>;
  /** Subset of the gateway's Service that stands for the way to this host. */
  subset: pulumi.Input<string>;
  /** `namespace/name` of the Gateway. */
  gateway: pulumi.Input<string>;
}

/** Fills in what the arguments leave open, of arguments that were checked. */
function egressSpec(component: string, args: EgressRouteArgs): EgressSpec {
  const { namespace, gatewayService, host, protocol = EgressProtocol.Http } = args;
  const name = args.name ?? component;
  return {
    host,
    protocol,
    port: args.port ?? (protocol === EgressProtocol.Tls ? 443 : 80),
    gatewayHost: serviceHost(gatewayService, namespace, args.clusterDomain),
    gatewayPort: args.gatewayPort ?? 443,
    subset: name,
    gateway: whenKnown([namespace, name], (ns: string, known: string) => `${ns}/${known}`),
  };
}

/** From every sidecar to the gateway, and from there to the host. */
function egressVirtualService(spec: EgressSpec): VirtualServiceSpec {
  const { host, gateway } = spec;
  const both = { hosts: [host], gateways: ["mesh", gateway] };
  return spec.protocol === EgressProtocol.Tls
    ? { ...both, tls: tlsRoutes(spec) }
    : { ...both, http: httpRoutes(spec) };
}

const ways = ({ host, port, gateway, gatewayHost, gatewayPort, subset }: EgressSpec) => [
  {
    match: { gateways: ["mesh"], port },
    destination: { host: gatewayHost, subset, port: { number: gatewayPort } },
  },
  {
    match: { gateways: [gateway], port: gatewayPort },
    destination: { host, port: { number: port } },
  },
];

const httpRoutes = (spec: EgressSpec) =>
  ways(spec).map(({ match, destination }) => ({ match: [match], route: [{ destination }] }));

const tlsRoutes = (spec: EgressSpec) =>
  ways(spec).map(({ match, destination }) => ({
    match: [{ ...match, sniHosts: [spec.host] }],
    route: [{ destination }],
  }));

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface EgressRoutePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<EgressRouteArgs>;
  entry: NamedObject<ServiceEntrySpec>;
  gateway: NamedObject<GatewaySpec>;
  /** How clients talk to the gateway. */
  toGateway: NamedObject<DestinationRuleSpec>;
  /** How the gateway talks to the host; none for what goes out as it came in. */
  toHost?: NamedObject<DestinationRuleSpec>;
  route: NamedObject<VirtualServiceSpec>;
  /** What it says to the program that it is part of. */
  part: Part;
}

function entrySpec(
  args: Safe<EgressRouteArgs>,
  { host, protocol, port }: EgressSpec,
): ServiceEntrySpec {
  const targetPort = args.targetPort ?? (args.tls ? 443 : undefined);
  const name = protocol.toLowerCase();
  return {
    hosts: [host],
    location: "MESH_EXTERNAL",
    resolution: "DNS",
    ports: [{ name, number: port, protocol, ...(targetPort !== undefined && { targetPort }) }],
  };
}

/** Plain HTTP goes to the gateway under the mesh's TLS, so that the gateway knows who calls. */
function gatewaySpec(args: Safe<EgressRouteArgs>, { host, protocol, gatewayPort }: EgressSpec) {
  const passes = protocol === EgressProtocol.Tls;
  const number = gatewayPort;
  return {
    selector: args.selector,
    servers: [
      {
        hosts: [host],
        port: passes
          ? { number, name: "tls", protocol: "TLS" }
          : { number, name: "https", protocol: "HTTPS" },
        tls: { mode: passes ? "PASSTHROUGH" : "ISTIO_MUTUAL" },
      },
    ],
  } satisfies GatewaySpec;
}

/**
 * A subset for each route: rules for one gateway are joined by their subsets, and the server name
 * chooses among the hosts that share the gateway's port. TLS of the client's own is left as it is.
 */
function toGatewaySpec({ gatewayHost, subset, protocol, host }: EgressSpec): DestinationRuleSpec {
  const tls = { mode: "ISTIO_MUTUAL", sni: host } as const;
  return {
    host: gatewayHost,
    subsets: [
      { name: subset, ...(protocol === EgressProtocol.Http && { trafficPolicy: { tls } }) },
    ],
  };
}

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function egressRoutePlan(
  component: string,
  unchecked: EgressRouteArgs,
  program: View = nothingSaid,
): EgressRoutePlan {
  const args = checkEgressRoute(component, unchecked);
  const { namespace, tls, gatewayService: service } = args;
  const clusterDomain = clusterDomainOf(args.clusterDomain, program);
  const spec = egressSpec(component, given({ ...args, clusterDomain }));
  const metadata = {
    name: spec.subset,
    namespace,
    labels: withMetadata(args.labels),
    annotations: withMetadata(args.annotations),
  };
  const outName = whenKnown([spec.subset], (name: string) => `${name}-out`);
  const entry = { ...metadata, spec: entrySpec(args, spec) };
  const toHost = tls && { ...metadata, name: outName, spec: toHostSpec(spec, tls) };
  const ends = { entry, ...(toHost && { toHost }) };
  const demands = domainDemands(args.clusterDomain, program, [{ service, path: "gatewayService" }]);
  const part = egressRoutePart(`EgressRoute ${JSON.stringify(component)}`, args, spec, ends);
  return {
    inputs: { ...args, protocol: spec.protocol, name: spec.subset },
    part: { ...part, demands: [...(part.demands ?? []), ...demands] },
    ...ends,
    gateway: { ...metadata, spec: gatewaySpec(args, spec) },
    toGateway: { ...metadata, spec: toGatewaySpec(spec) },
    route: { ...metadata, spec: egressVirtualService(spec) },
  };
}

/** For the gateway's namespace alone: a sidecar that calls the host by itself adds no TLS. */
const toHostSpec = (
  { host, port }: EgressSpec,
  tls: NonNullable<EgressRouteArgs["tls"]>,
): DestinationRuleSpec => ({
  host,
  trafficPolicy: trafficPolicySpec({ portLevelSettings: [{ port, tls }] }),
  exportTo: ["."],
});
