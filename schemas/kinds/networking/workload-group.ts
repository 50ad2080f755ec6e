// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface WorkloadGroupSpec {
  metadata?: WorkloadGroupMetadata;
  probe?: WorkloadGroupProbe;
  template: WorkloadGroupTemplate;
}

export interface WorkloadGroupMetadata {
  annotations?: { [key: string]: string };
  labels?: { [key: string]: string };
}

export interface WorkloadGroupProbe {
  exec?: WorkloadGroupProbeExec;
  failureThreshold?: number;
  grpc?: WorkloadGroupProbeGrpc;
  httpGet?: WorkloadGroupProbeHttpGet;
  initialDelaySeconds?: number;
  periodSeconds?: number;
  successThreshold?: number;
  tcpSocket?: WorkloadGroupProbeTcpSocket;
  timeoutSeconds?: number;
}

export interface WorkloadGroupTemplate {
  address?: string;
  labels?: { [key: string]: string };
  locality?: string;
  network?: string;
  ports?: { [key: string]: number };
  serviceAccount?: string;
  weight?: number;
}

export interface WorkloadGroupProbeExec {
  command: string[];
}

export interface WorkloadGroupProbeGrpc {
  port?: number;
  service?: string;
}

export interface WorkloadGroupProbeHttpGet {
  host?: string;
  httpHeaders?: WorkloadGroupProbeHttpGetHttpHeader[];
  path?: string;
  port: number;
  scheme?: string;
}

export interface WorkloadGroupProbeTcpSocket {
  host?: string;
  port: number;
}

export interface WorkloadGroupProbeHttpGetHttpHeader {
  name?: string;
  value?: string;
}
