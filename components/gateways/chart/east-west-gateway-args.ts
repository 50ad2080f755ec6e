import type * as pulumi from "@pulumi/pulumi";
import type { Profile } from "../../control-plane/profile";
import type { GatewayChartArgs, ServiceType } from "./gateway-chart-args";

/** A gateway by which other clusters of the mesh reach the Services of this network. */
export interface EastWestGatewayArgs extends GatewayChartArgs {
  /**
   * Name of the network on this side: the one of the control plane.
   * @default - the control plane's `network`; needed where that is not known
   */
  network?: pulumi.Input<string>;
  /**
   * `"sidecar"` for a gateway from the chart, which passes mutual TLS on by its server name (15443), or
   * `"ambient"` for one that istiod deploys, which ends HBONE (15008). The second takes none of the
   * arguments about Service, Pods and chart, and needs an istiod that knows of several networks:
   * `values: { istiod: { env: { AMBIENT_ENABLE_MULTI_NETWORK: "true" } } }` on the `ControlPlane`.
   * @default "sidecar"
   * @see https://istio.io/latest/docs/ambient/install/multicluster/
   */
  profile?: Profile;
  /**
   * Sidecar profile only: let the other clusters reach all Services of this one, by a `Gateway` called
   * `cross-network-gateway`.
   * @default true
   * @see https://istio.io/latest/docs/setup/install/multicluster/
   */
  exposeServices?: boolean;
  /**
   * Namespace of the gateway.
   * @default "istio-system"
   */
  namespace?: pulumi.Input<string>;
  /**
   * Whether the component creates the namespace.
   * @default false
   */
  createNamespace?: boolean;
  /**
   * Name of the Deployment and Service.
   * @default "istio-eastwestgateway"
   */
  gatewayName?: string;
  /**
   * Type of the Service: `"LoadBalancer"`, `"NodePort"` or `"ClusterIP"`.
   * @default "LoadBalancer"
   */
  serviceType?: ServiceType;
}
