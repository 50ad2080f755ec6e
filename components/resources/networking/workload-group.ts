// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of WorkloadGroup (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupSpec {
  /**
   * Labels and annotations that each WorkloadEntry of the group gets.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  metadata?: WorkloadGroupMetadata;
  /**
   * Check whether a workload is ready; one that fails gets no requests.
   * @default - no check
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  probe?: WorkloadGroupProbe;
  /**
   * What the WorkloadEntries of the group have in common.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  template: WorkloadGroupTemplate;
}

/**
 * `spec.metadata` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupMetadata {
  /**
   * Annotations for each WorkloadEntry.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Labels for each WorkloadEntry, by which services select it.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.probe` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export type WorkloadGroupProbe = {
  /**
   * Failures in a row until the workload counts as not ready.
   * Allowed: 0 or more.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  failureThreshold?: pulumi.Input<number>;
  /**
   * Seconds between start and first check.
   * Allowed: 0 or more.
   * @default - 0
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  initialDelaySeconds?: pulumi.Input<number>;
  /**
   * Seconds between two checks.
   * Allowed: 0 or more.
   * @default - 10
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  periodSeconds?: pulumi.Input<number>;
  /**
   * Successes in a row until the workload counts as ready again.
   * Allowed: 0 or more.
   * @default - 1
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  successThreshold?: pulumi.Input<number>;
  /**
   * Seconds that a check may take.
   * Allowed: 0 or more.
   * @default - 1
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  timeoutSeconds?: pulumi.Input<number>;
} & (
  | {
      httpGet?: never;
      tcpSocket?: never;
      exec?: never;
      grpc?: never;
    }
  | {
      /**
       * Checks by an HTTP request.
       * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
       */
      httpGet: WorkloadGroupProbeHttpGet;
      tcpSocket?: never;
      exec?: never;
      grpc?: never;
    }
  | {
      httpGet?: never;
      /**
       * Checks by opening a TCP connection.
       * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
       */
      tcpSocket: WorkloadGroupProbeTcpSocket;
      exec?: never;
      grpc?: never;
    }
  | {
      httpGet?: never;
      tcpSocket?: never;
      /**
       * Checks by a command.
       * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
       */
      exec: WorkloadGroupProbeExec;
      grpc?: never;
    }
  | {
      httpGet?: never;
      tcpSocket?: never;
      exec?: never;
      /**
       * Checks by the gRPC health protocol.
       * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
       */
      grpc: WorkloadGroupProbeGrpc;
    }
);

/**
 * `spec.template` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupTemplate {
  /**
   * Not to be set here: each workload brings its own address.
   * Allowed: at most 256 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  address?: pulumi.Input<string>;
  /**
   * Not to be set here: use `spec.metadata.labels`.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Where the workloads are, as `region/zone/sub-zone`; near endpoints are preferred.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  locality?: pulumi.Input<string>;
  /**
   * Network whose workloads reach each other directly; others are reached through a gateway.
   * Allowed: at most 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  network?: pulumi.Input<string>;
  /**
   * Workload's port by the name of the service's port; wins over `targetPort`.
   * @default - targetPort, or else the service's port
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  ports?: pulumi.Input<{ [key: string]: pulumi.Input<number> }>;
  /**
   * ServiceAccount from whose token the workloads get their identity.
   * Allowed: at most 253 characters.
   * @default - default
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  serviceAccount?: pulumi.Input<string>;
  /**
   * Share of the requests for each workload, in proportion to other endpoints.
   * Allowed: 0 to 4294967295.
   * @default - 1
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  weight?: pulumi.Input<number>;
}

/**
 * `spec.probe.exec` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeExec {
  /**
   * Command with its arguments; exit status 0 is healthy.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  command: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.probe.grpc` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeGrpc {
  /**
   * Port of the gRPC server.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  port?: pulumi.Input<number>;
  /**
   * Full name of the gRPC service that is asked for.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  service?: pulumi.Input<string>;
}

/**
 * `spec.probe.httpGet` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeHttpGet {
  /**
   * Host to connect to; for a virtual host set the `Host` header instead.
   * @default - the workload's own IP
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  host?: pulumi.Input<string>;
  /**
   * Headers of the request; a name may occur more than once.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  httpHeaders?: WorkloadGroupProbeHttpGetHttpHeader[];
  /**
   * Path of the request.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  path?: pulumi.Input<string>;
  /**
   * Port of the HTTP server.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  port: pulumi.Input<number>;
  /**
   * `HTTP` or `HTTPS`.
   * @default - HTTP
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  scheme?: pulumi.Input<string>;
}

/**
 * `spec.probe.tcpSocket` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeTcpSocket {
  /**
   * Host to connect to.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  host?: pulumi.Input<string>;
  /**
   * Port to connect to.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  port: pulumi.Input<number>;
}

/**
 * `spec.probe.httpGet.httpHeaders` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeHttpGetHttpHeader {
  /**
   * Name of the header.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  name?: pulumi.Input<string>;
  /**
   * Value of the header.
   * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
   */
  value?: pulumi.Input<string>;
}
