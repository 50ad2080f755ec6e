import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import type { ChartSource } from "./chart-source";
import type { Platform } from "./profile";
import type { ServiceType } from "./service-type";

/** One port of the gateway's Service. */
export interface GatewayPort {
  /** Name of the port, a DNS label. */
  name: string;
  /** Port of the Service. Servers of a `Gateway` name this one. */
  port: pulumi.Input<number>;
  /**
   * Port of the gateway's Pods.
   * @default - the same as `port`
   */
  targetPort?: pulumi.Input<number>;
  /**
   * Transport protocol.
   * @default "TCP"
   */
  protocol?: pulumi.Input<string>;
}

export interface IngressGatewayArgs extends CommonArgs {
  /**
   * Namespace of the gateway. Certificates that it serves are Secrets in this namespace.
   * @default "istio-ingress"
   */
  namespace?: pulumi.Input<string>;
  /**
   * Whether the component creates the namespace.
   * @default true
   */
  createNamespace?: boolean;
  /**
   * Name of the Deployment and Service. Without its `istio-` it is the value of the label `istio`, by
   * which a `Gateway` selects these Pods.
   * @default "istio-ingressgateway"
   */
  gatewayName?: string;
  /**
   * Type of the Service: `"LoadBalancer"`, `"NodePort"` or `"ClusterIP"`. On a cluster without load
   * balancers, creation of the first waits in vain for an address.
   * @default "LoadBalancer"
   */
  serviceType?: ServiceType;
  /**
   * All ports of the Service. The list replaces the default one, so keep `status-port` 15021 if a
   * load balancer checks the gateway's health there.
   * @default - 15021, 80 and 443
   */
  ports?: GatewayPort[];
  /**
   * Istio version of the chart; the same as the control plane's, or one minor behind it.
   * @default "1.31.1"
   */
  version?: string;
  /**
   * Where the chart comes from.
   * @default - `{ repository: "https://blob.istio.io/istio-release/charts" }`
   */
  charts?: ChartSource;
  /**
   * Kind of cluster, as for the control plane.
   * @default - plain Kubernetes
   */
  platform?: Platform;
  /**
   * Revision of the control plane that configures the gateway.
   * @default - the default revision
   */
  revision?: pulumi.Input<string>;
  /**
   * Own values of the chart `gateway`, which refuses keys that it does not know.
   * @default - none
   * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
   */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
  values?: { [key: string]: any };
}
