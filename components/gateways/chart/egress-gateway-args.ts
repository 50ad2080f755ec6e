import type * as pulumi from "@pulumi/pulumi";
import type { GatewayChartArgs, ServiceType } from "./gateway-chart-args";

/** A gateway through which requests leave the mesh. */
export interface EgressGatewayArgs extends GatewayChartArgs {
  /**
   * Namespace of the gateway. Certificates that it shows to others are Secrets in this namespace.
   * @default "istio-egress"
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
   * @default "istio-egressgateway"
   */
  gatewayName?: string;
  /**
   * Type of the Service: `"LoadBalancer"`, `"NodePort"` or `"ClusterIP"`. On a cluster without load
   * balancers, creation of the first waits in vain for an address.
   * @default "ClusterIP"
   */
  serviceType?: ServiceType;
}
