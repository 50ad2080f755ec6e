import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import { serviceHost } from "../service-host";
import { EgressProtocol, type EgressRouteArgs } from "./egress-route-args";

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
export function egressSpec(component: string, args: EgressRouteArgs): EgressSpec {
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
