// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface ServiceEntrySpec {
  addresses?: string[];
  endpoints?: ServiceEntryEndpoint[];
  exportTo?: string[];
  hosts: string[];
  location?: "MESH_EXTERNAL" | "MESH_INTERNAL";
  ports?: ServiceEntryPort[];
  resolution?: "NONE" | "STATIC" | "DNS" | "DNS_ROUND_ROBIN" | "DYNAMIC_DNS";
  subjectAltNames?: string[];
  workloadSelector?: ServiceEntryWorkloadSelector;
}

export interface ServiceEntryEndpoint {
  address?: string;
  labels?: { [key: string]: string };
  locality?: string;
  network?: string;
  ports?: { [key: string]: number };
  serviceAccount?: string;
  weight?: number;
}

export interface ServiceEntryPort {
  name: string;
  number: number;
  protocol?: string;
  targetPort?: number;
}

export interface ServiceEntryWorkloadSelector {
  labels?: { [key: string]: string };
}
