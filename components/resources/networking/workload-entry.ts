// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of WorkloadEntry (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export interface WorkloadEntrySpec {
  /**
   * IP, `unix://` socket, or with `DNS` resolution a full host name; without a port.
   * Allowed: at most 256 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  address?: pulumi.Input<string>;
  /**
   * Labels of the endpoint, for selectors and subsets.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Where the endpoint is, as `region/zone/sub-zone`; near endpoints are preferred.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  locality?: pulumi.Input<string>;
  /**
   * Network whose endpoints reach each other directly; needed when there is no address.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  network?: pulumi.Input<string>;
  /**
   * Endpoint's port by the name of the service's port; wins over `targetPort`.
   * @default - targetPort, or else the service's port
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  ports?: pulumi.Input<{ [key: string]: pulumi.Input<number> }>;
  /**
   * ServiceAccount of a workload with a sidecar, in the namespace of this object.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  serviceAccount?: pulumi.Input<string>;
  /**
   * Share of the requests, in proportion to the other endpoints.
   * Allowed: 0 to 4294967295.
   * @default - 1
   * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
   */
  weight?: pulumi.Input<number>;
}
