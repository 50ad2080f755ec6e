import type { Safe } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { whenKnown } from "../../../arguments/when-known";
import { withMetadata } from "../../metadata";
import { trafficPolicySpec } from "../../policies/traffic/traffic-policy-options";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { DestinationRuleSpec } from "../../resources/networking/destination-rule";
import type { GatewaySpec } from "../../resources/networking/gateway";
import type { ServiceEntrySpec } from "../../resources/networking/service-entry";
import type { VirtualServiceSpec } from "../../resources/networking/virtual-service";
import { clusterDomainOf, domainDemands } from "../cluster-domain";
import { EgressProtocol, type EgressRouteArgs } from "./egress-route-args";
import { checkEgressRoute } from "./egress-route-check";
import { egressRoutePart } from "./egress-route-part";
import { type EgressSpec, egressSpec } from "./egress-route-spec";
import { egressVirtualService } from "./egress-route-virtual-service";

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
