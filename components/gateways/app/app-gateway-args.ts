import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { Dialect } from "../../routing/dialect";
import type { ServiceType } from "../chart/gateway-chart-args";
import type { AppRoute, TcpRoute, TlsRoute } from "./app-route-args";
import type { GatewayServer } from "./gateway-server-args";

/**
 * Deployment and Service that istiod makes for a Gateway of the Gateway API.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
export interface GatewayInfrastructure {
  /**
   * Type of the Service: `"LoadBalancer"`, `"NodePort"` or `"ClusterIP"`. On a cluster without load
   * balancers, creation of the first waits in vain for an address.
   * @default "LoadBalancer"
   */
  serviceType?: pulumi.Input<ServiceType>;
  /**
   * Annotations of both, e.g. for the cloud's load balancer.
   * @default - none
   */
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Labels of both.
   * @default - none
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** What an application serves at a gateway: ports and hosts, and where their requests go. */
export interface AppGatewayArgs extends CommonArgs {
  /** Namespace of the application, where the Gateway and its routes are created. */
  namespace: pulumi.Input<string>;
  /**
   * `"istio"` (Gateway and VirtualServices for a gateway that is installed already) or `"gateway-api"`
   * (Gateway, for which istiod makes a gateway of its own, with HTTP, TLS and TCP routes).
   * @default "istio"
   */
  dialect?: Dialect;
  /**
   * Short for one server with protocol HTTP: host names that it serves; `*` is any. A host that is
   * replaced by another is answered with 404 at once, the other one a moment later: list both, let
   * clients move, and take the first away in a second update.
   * @default ["*"]
   * @narrows
   */
  hosts?: pulumi.Input<string>[];
  /**
   * Short for one server with protocol HTTP: port of the gateway's Service (not of its Pods).
   * @default 80
   */
  port?: pulumi.Input<number>;
  /**
   * Ports with their protocols, hosts and certificates; instead of `hosts` and `port`.
   * @default - one server for HTTP, from `hosts` and `port`
   * @narrows
   */
  servers?: GatewayServer[];
  /**
   * Dialect `istio` only: labels of the gateway's Pods; the output `selector` of an `IngressGateway`.
   * @default - `{ istio: "ingressgateway" }`
   * @narrows
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Proxies in front of the gateway whose `x-forwarded-*` headers it believes, such as a load balancer
   * that ends TLS. In dialect `gateway-api` the gateway gets this setting. In dialect `istio` the gateway
   * is installed already, and this says what it has; leave it out where its `IngressGateway` is in the
   * same program.
   * @default - what the program says of the gateway
   * @see https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/
   */
  numTrustedProxies?: number;
  /**
   * Dialect `gateway-api` only: class of the gateway.
   * @default "istio"
   */
  gatewayClassName?: pulumi.Input<string>;
  /**
   * Dialect `gateway-api` only: settings of the gateway that istiod makes.
   * @default - a Service of type LoadBalancer
   */
  infrastructure?: pulumi.Input<GatewayInfrastructure>;
  /**
   * Where HTTP requests go. The first match counts; an order that the Gateway API would not keep is
   * refused.
   * @default - none; needed by servers with HTTP and HTTPS, unless `routesElsewhere` is set
   */
  routes?: AppRoute[];
  /**
   * Whether hosts without routes here have some elsewhere, such as in a `Canary` with this gateway among
   * its `gateways`. In dialect `gateway-api` routes of every namespace may then name the Gateway.
   * @default false
   */
  routesElsewhere?: boolean;
  /**
   * Where TLS goes that is passed on as it is.
   * @default - none; needed by servers with mode PASSTHROUGH
   */
  tlsRoutes?: TlsRoute[];
  /**
   * Where other connections go.
   * @default - none; needed by servers with TCP, and with TLS that ends at the gateway
   */
  tcpRoutes?: TcpRoute[];
  /**
   * DNS domain of the cluster.
   * @default - that of the program's control plane, or `cluster.local`
   */
  clusterDomain?: string;
  /**
   * Name of the Gateway.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * Name of the route that is for all hosts, with which the names of the others begin.
   * @default - `name`
   */
  routeName?: pulumi.Input<string>;
}
