/** Stands for a value that is not known yet, such as an Output in a preview. Checks pass over it. */
export const unknown: unique symbol = Symbol("istio-mesh.unknown");

/** Whether any part of a value is not known yet. */
export function holdsUnknown(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).some(holdsUnknown);
  }
  return value === unknown;
}

/** The metadata that checks look at. Each part may be known only later. */
export interface ObjectMetadata {
  name?: string | typeof unknown;
  namespace?: string | typeof unknown;
  labels?: Readonly<Record<string, unknown>> | typeof unknown;
  annotations?: Readonly<Record<string, unknown>> | typeof unknown;
}

/** A plain Kubernetes object, as it would be sent to the API server. */
export interface MeshObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  spec?: unknown;
}
