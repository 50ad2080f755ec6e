// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
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
  /**
   * Names of which the server's certificate has one; `tls.subjectAltNames` of a DestinationRule wins.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
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
  /**
   * IP, `unix://` socket, or with `DNS` resolution a full host name; without a port.
   * Allowed: at most 256 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  address?: pulumi.Input<string>;
  /**
   * Labels of the endpoint, for selectors and subsets.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Where the endpoint is, as `region/zone/sub-zone`; near endpoints are preferred.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  locality?: pulumi.Input<string>;
  /**
   * Network whose endpoints reach each other directly; needed when there is no address.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  network?: pulumi.Input<string>;
  /**
   * Endpoint's port by the name of the service's port; wins over `targetPort`.
   * @default - targetPort, or else the service's port
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  ports?: pulumi.Input<{ [key: string]: pulumi.Input<number> }>;
  /**
   * ServiceAccount of a workload with a sidecar, in the namespace of this object.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  serviceAccount?: pulumi.Input<string>;
  /**
   * Share of the requests, in proportion to the other endpoints.
   * Allowed: 0 to 4294967295.
   * @default - 1
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  weight?: pulumi.Input<number>;
}

/**
 * `spec.ports` of ServiceEntry.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntryPort {
  /**
   * Name of the port, unique in the entry.
   * Allowed: at most 256 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  name: pulumi.Input<string>;
  /**
   * Port that clients call.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  number: pulumi.Input<number>;
  /**
   * `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `TLS`, `TCP` or `MONGO`; `TLS` is routed by SNI and not ended.
   * Allowed: at most 256 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  protocol?: pulumi.Input<string>;
  /**
   * Port at the endpoint.
   * Allowed: 0 to 4294967295.
   * @default - same as number
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  targetPort?: pulumi.Input<number>;
}

/**
 * `spec.workloadSelector` of ServiceEntry.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntryWorkloadSelector {
  /**
   * Labels that a Pod or WorkloadEntry has to carry, all of them; same namespace only.
   * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
