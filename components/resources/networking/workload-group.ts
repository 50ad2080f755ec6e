// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of WorkloadGroup (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupSpec {
  metadata?: WorkloadGroupMetadata;
  probe?: WorkloadGroupProbe;
  template: WorkloadGroupTemplate;
}

/**
 * `spec.metadata` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupMetadata {
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.probe` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export type WorkloadGroupProbe = {
  /** Allowed: 0 or more. */
  failureThreshold?: pulumi.Input<number>;
  /** Allowed: 0 or more. */
  initialDelaySeconds?: pulumi.Input<number>;
  /** Allowed: 0 or more. */
  periodSeconds?: pulumi.Input<number>;
  /** Allowed: 0 or more. */
  successThreshold?: pulumi.Input<number>;
  /** Allowed: 0 or more. */
  timeoutSeconds?: pulumi.Input<number>;
} & (
  | {
      httpGet?: never;
      tcpSocket?: never;
      exec?: never;
      grpc?: never;
    }
  | {
      httpGet: WorkloadGroupProbeHttpGet;
      tcpSocket?: never;
      exec?: never;
      grpc?: never;
    }
  | {
      httpGet?: never;
      tcpSocket: WorkloadGroupProbeTcpSocket;
      exec?: never;
      grpc?: never;
    }
  | {
      httpGet?: never;
      tcpSocket?: never;
      exec: WorkloadGroupProbeExec;
      grpc?: never;
    }
  | {
      httpGet?: never;
      tcpSocket?: never;
      exec?: never;
      grpc: WorkloadGroupProbeGrpc;
    }
);

/**
 * `spec.template` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupTemplate {
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
 * `spec.probe.exec` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeExec {
  command: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.probe.grpc` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeGrpc {
  /** Allowed: 0 to 4294967295. */
  port?: pulumi.Input<number>;
  service?: pulumi.Input<string>;
}

/**
 * `spec.probe.httpGet` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeHttpGet {
  host?: pulumi.Input<string>;
  httpHeaders?: WorkloadGroupProbeHttpGetHttpHeader[];
  path?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  port: pulumi.Input<number>;
  scheme?: pulumi.Input<string>;
}

/**
 * `spec.probe.tcpSocket` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeTcpSocket {
  host?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  port: pulumi.Input<number>;
}

/**
 * `spec.probe.httpGet.httpHeaders` of WorkloadGroup.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupProbeHttpGetHttpHeader {
  name?: pulumi.Input<string>;
  value?: pulumi.Input<string>;
}
