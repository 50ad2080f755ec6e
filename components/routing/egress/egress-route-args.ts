import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { ClientTls } from "../../policies/traffic/client-tls-args";

/** What clients speak to a host that is called through an egress gateway. */
export const EgressProtocol = {
  /** Plain HTTP, which the gateway may encrypt on the way out. */
  Http: "HTTP",
  /** TLS that the client makes itself; the gateway passes it on by its server name. */
  Tls: "TLS",
} as const;
export type EgressProtocol = (typeof EgressProtocol)[keyof typeof EgressProtocol];

/**
 * A host outside the mesh that is called through an egress gateway. It takes clients with sidecars: a
 * ztunnel has no routes, so in ambient mode give an `ExternalService` a waypoint instead.
 */
export interface EgressRouteArgs extends CommonArgs {
  /**
   * Namespace of the egress gateway, an `EgressGateway`'s output `namespace`. All objects are created
   * there: the gateway and every client look for them there.
   */
  namespace: pulumi.Input<string>;
  /**
   * Name of the gateway's Service, an `EgressGateway`'s output `name`.
   * @formerly serviceName
   */
  gatewayService: pulumi.Input<string>;
  /** Labels of the gateway's Pods, an `EgressGateway`'s output `selector`. */
  selector: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Host that clients call, such as `api.example.com`. Wildcards cannot be looked up. */
  host: pulumi.Input<string>;
  /**
   * What clients speak: `"HTTP"` or `"TLS"`.
   * @default "HTTP"
   */
  protocol?: EgressProtocol;
  /**
   * Port that clients call.
   * @default - 80 for HTTP, 443 for TLS
   */
  port?: pulumi.Input<number>;
  /**
   * Port of the host that the gateway calls.
   * @default - 443 with `tls`, `port` without
   */
  targetPort?: pulumi.Input<number>;
  /**
   * TLS that the gateway adds to HTTP on the way out. A Secret named by `credentialName` is in the
   * gateway's namespace.
   * @default - none
   * @narrows
   * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway-tls-origination/
   */
  tls?: ClientTls;
  /**
   * Port of the gateway's Service that takes the requests. Each `EgressRoute` of a host needs one of its
   * own there: plain HTTP and TLS of one host are two of them.
   * @default 443
   */
  gatewayPort?: pulumi.Input<number>;
  /**
   * Name of the objects.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
  /**
   * DNS domain of the cluster.
   * @default - that of the program's control plane, or `cluster.local`
   */
  clusterDomain?: string;
}
