import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { ConnectionPool } from "../traffic/connection-pool-args";

/** What happens to requests for hosts that the mesh does not know. */
export const OutboundTrafficPolicy = {
  /** They fail. No firewall: a workload that goes round its proxy gets out. */
  RegistryOnly: "REGISTRY_ONLY",
  /** They are let out. */
  AllowAny: "ALLOW_ANY",
} as const;
export type OutboundTrafficPolicy =
  (typeof OutboundTrafficPolicy)[keyof typeof OutboundTrafficPolicy];

/** Port on which the proxies take requests for their application. */
export interface SidecarListener {
  /** Number of the port. */
  port: pulumi.Input<number>;
  /** What is spoken there, e.g. `"HTTP"`, `"GRPC"` or `"TCP"`. */
  protocol: pulumi.Input<string>;
  /**
   * Name of the port.
   * @default - protocol and number, e.g. `http-8080`
   */
  name?: pulumi.Input<string>;
  /**
   * Where the application listens, e.g. `127.0.0.1:8080` or `unix:///path`.
   * @default - the same port of the Pod's address
   */
  defaultEndpoint?: pulumi.Input<string>;
  /**
   * Limits for this port, in place of `inboundConnectionPool`.
   * @default - `inboundConnectionPool`
   */
  connectionPool?: ConnectionPool;
}

/**
 * What proxies are told of the mesh. It is for sidecars: ztunnels and waypoints ignore it, and in an
 * ambient namespace it is reported as a mistake (IST0167).
 */
export interface SidecarScopeArgs extends CommonArgs {
  /**
   * Namespace whose proxies it is for. The mesh's root namespace is for all namespaces without a scope
   * of their own.
   */
  namespace: pulumi.Input<string>;
  /**
   * Labels of the workloads that it is for.
   * @default - all workloads of the namespace; only one such scope is allowed there (IST0111)
   * @narrows
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Services that the proxies may reach, as `namespace/host`: `./*` is the own namespace, `*` in front
   * any, `~` in front of a namespace takes it out. Only these are sent to the proxies.
   * @default - all services
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener
   * @narrows
   */
  hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Requests for unknown hosts: `"REGISTRY_ONLY"` or `"ALLOW_ANY"`.
   * @default - as set for the mesh
   * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/
   * @narrows
   */
  outboundTrafficPolicy?: pulumi.Input<OutboundTrafficPolicy>;
  /**
   * Ports on which the proxies take requests. With it no other port is served.
   * @default - the ports of the workloads' Services
   */
  ingress?: SidecarListener[];
  /**
   * Limits of connections from the proxy to its application.
   * @default - those of a DestinationRule for the service
   */
  inboundConnectionPool?: ConnectionPool;
  /**
   * Name of the Sidecar.
   * @default - `"default"`, or the component's name when there is a selector
   */
  name?: pulumi.Input<string>;
  /**
   * The mesh's root namespace, where a selector is not allowed.
   * @default "istio-system"
   */
  rootNamespace?: pulumi.Input<string>;
}
