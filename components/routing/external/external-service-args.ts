import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { ClientTls } from "../../policies/traffic/client-tls-args";
import type { TrafficPolicyOptions } from "../../policies/traffic/traffic-policy-args";

/** Whether a service belongs to the mesh. */
export const ServiceLocation = {
  /** Outside: no mutual TLS of the mesh. */
  MeshExternal: "MESH_EXTERNAL",
  /** Inside, such as virtual machines with a proxy. */
  MeshInternal: "MESH_INTERNAL",
} as const;
export type ServiceLocation = (typeof ServiceLocation)[keyof typeof ServiceLocation];

/** What clients speak to a port of an external service. */
export const ExternalProtocol = {
  /** HTTP in plain text; routed by host. */
  Http: "HTTP",
  /** HTTP over TLS that the client makes itself; routed by server name. */
  Https: "HTTPS",
  /** HTTP/2 in plain text; routed by host. */
  Http2: "HTTP2",
  /** gRPC in plain text; routed by host. */
  Grpc: "GRPC",
  /** TLS that the client makes itself; routed by server name. */
  Tls: "TLS",
  /** Anything else over TCP; routed by address. */
  Tcp: "TCP",
  /** The protocol of MongoDB; routed by address. */
  Mongo: "MONGO",
} as const;
export type ExternalProtocol = (typeof ExternalProtocol)[keyof typeof ExternalProtocol];

/** How proxies find the addresses of an external service. */
export const Resolution = {
  /** The address that the client called. */
  None: "NONE",
  /** The endpoints, which are addresses. */
  Static: "STATIC",
  /** DNS, asked by the proxy; all addresses of the answer are used. */
  Dns: "DNS",
  /** DNS, asked by the proxy; one address of the answer is used at a time. */
  DnsRoundRobin: "DNS_ROUND_ROBIN",
  /** DNS, asked for the host of each request; for wildcard hosts. */
  DynamicDns: "DYNAMIC_DNS",
} as const;
export type Resolution = (typeof Resolution)[keyof typeof Resolution];

/** Port of an external service. */
export interface ExternalPort {
  /**
   * Port that clients call.
   * @formerly number
   */
  port: pulumi.Input<number>;
  /** What they speak: `"HTTP"`, `"HTTPS"`, `"HTTP2"`, `"GRPC"`, `"TLS"`, `"TCP"` or `"MONGO"`. */
  protocol: pulumi.Input<ExternalProtocol>;
  /**
   * Name of the port, unique in the service.
   * @default - protocol and port, e.g. `http-80`
   */
  name?: pulumi.Input<string>;
  /**
   * Port at the service's endpoints.
   * @default - `port`; with `tls` 443
   */
  targetPort?: pulumi.Input<number>;
  /**
   * TLS that the client's proxy adds, so that the client itself speaks plain text, which the mesh can
   * route and observe. Not for `HTTPS` and `TLS`, which are encrypted already.
   * @default - none
   * @narrows
   * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/
   */
  tls?: ClientTls;
}

/** Address behind an external service. */
export interface ExternalEndpoint {
  /** IP address, `unix://` socket, or with resolution `DNS` a host name; without port. */
  address: pulumi.Input<string>;
  /**
   * Ports of the endpoint by the names of the service's ports.
   * @default - `targetPort` of each port
   */
  ports?: pulumi.Input<{ [name: string]: pulumi.Input<number> }>;
  /**
   * Labels of the endpoint.
   * @default - none
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Where the endpoint is, `region/zone/sub-zone`.
   * @default - not known
   */
  locality?: pulumi.Input<string>;
  /**
   * Share of the requests, in proportion to the other endpoints, at least 1.
   * @default 1
   */
  weight?: pulumi.Input<number>;
}

/** A service that the cluster has no Service for, and how proxies reach it. */
export interface ExternalServiceArgs extends CommonArgs {
  /** Namespace of the objects. */
  namespace: pulumi.Input<string>;
  /**
   * Host names that clients call, such as `api.example.com` or `*.example.com`. How many there are is plain,
   * since each has a rule of its own where there is `trafficPolicy` or `tls`.
   */
  hosts: pulumi.Input<string>[];
  /** Ports that clients call. */
  ports: ExternalPort[];
  /**
   * How addresses are found: `"DNS"`, `"DNS_ROUND_ROBIN"`, `"STATIC"`, `"NONE"` or `"DYNAMIC_DNS"`.
   * @default "DNS"
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution
   */
  resolution?: pulumi.Input<Resolution>;
  /**
   * `"MESH_EXTERNAL"` or `"MESH_INTERNAL"`.
   * @default "MESH_EXTERNAL"
   */
  location?: pulumi.Input<ServiceLocation>;
  /**
   * Addresses behind the hosts.
   * @default - with DNS the hosts' own addresses
   */
  endpoints?: ExternalEndpoint[];
  /**
   * Addresses, IP or CIDR, that clients call, by which TCP ports are told apart. Without them all
   * connections of a sidecar to a TCP port that nobody else has go to this service.
   * @default - none; allocated by Istio where proxies answer DNS, as in ambient mode
   */
  addresses?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Names of which the server's certificate has one.
   * @default - the host that is called
   * @narrows
   */
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Namespaces that see the service: `.` is the own one, `*` all.
   * @default - all namespaces
   * @narrows
   */
  exportTo?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How clients' proxies talk to the service, all its hosts and ports alike.
   * @default - Istio's defaults
   * @formerly policy
   */
  trafficPolicy?: TrafficPolicyOptions;
  /**
   * Ambient mode: name of the waypoint through which requests go. It takes the place of an egress
   * gateway, and routes, policies and `tls` need it there.
   * @default - none
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/
   */
  waypoint?: pulumi.Input<string>;
  /**
   * Namespace of the waypoint.
   * @default - `namespace`
   */
  waypointNamespace?: pulumi.Input<string>;
  /**
   * Name of the ServiceEntry and of the rule for its host; with several hosts, the rule of each has it behind.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
}
