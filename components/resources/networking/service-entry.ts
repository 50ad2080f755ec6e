// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of ServiceEntry (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntrySpec {
  /**
   * Virtual addresses, as IP or CIDR.
   * Allowed: at most 256 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  addresses?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Addresses behind the hosts; with `DNS` the hosts themselves are asked for when it is left out.
   * Allowed: at most 4096 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  endpoints?: ServiceEntryEndpoint[];
  /**
   * Namespaces that see the service: `.` is the own one, `*` all.
   * @default - all namespaces
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  exportTo?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Hosts of the service, as clients call them.
   * Allowed: 1 to 256 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  hosts: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether the service is outside (`MESH_EXTERNAL`) or inside (`MESH_INTERNAL`) the mesh.
   * @default - MESH_EXTERNAL
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  location?: pulumi.Input<"MESH_EXTERNAL" | "MESH_INTERNAL">;
  /**
   * Ports of the service.
   * Allowed: at most 256 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  ports?: ServiceEntryPort[];
  /**
   * How addresses are found: `NONE`, `STATIC`, `DNS`, `DNS_ROUND_ROBIN` or `DYNAMIC_DNS`.
   * @default - NONE
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  resolution?: pulumi.Input<"NONE" | "STATIC" | "DNS" | "DNS_ROUND_ROBIN" | "DYNAMIC_DNS">;
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Pods and WorkloadEntries behind the hosts, by label.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  workloadSelector?: ServiceEntryWorkloadSelector;
}

/**
 * `spec.endpoints` of ServiceEntry.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntryEndpoint {
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

/**
 * `spec.ports` of ServiceEntry.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntryPort {
  /** Allowed: at most 256 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  number: pulumi.Input<number>;
  /** Allowed: at most 256 characters. */
  protocol?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  targetPort?: pulumi.Input<number>;
}

/**
 * `spec.workloadSelector` of ServiceEntry.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntryWorkloadSelector {
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
