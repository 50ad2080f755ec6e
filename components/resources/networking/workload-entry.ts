// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of WorkloadEntry (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export interface WorkloadEntrySpec {
  /** Allowed: at most 256 characters. */
  address?: pulumi.Input<string>;
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Allowed: at most 2048 characters. */
  locality?: pulumi.Input<string>;
  /** Allowed: at most 2048 characters. */
  network?: pulumi.Input<string>;
  ports?: pulumi.Input<{ [key: string]: pulumi.Input<number> }>;
  /** Allowed: at most 253 characters. */
  serviceAccount?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  weight?: pulumi.Input<number>;
}
