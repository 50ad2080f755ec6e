// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface WorkloadEntrySpec {
  address?: string;
  labels?: { [key: string]: string };
  locality?: string;
  network?: string;
  ports?: { [key: string]: number };
  serviceAccount?: string;
  weight?: number;
}
