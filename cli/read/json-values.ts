import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";

/** Whether a value of JSON is a map. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value of JSON as an object of Kubernetes, if it is one. */
export function objectOf(value: unknown): KubernetesObject | undefined {
  if (!isMap(value)) {
    return undefined;
  }
  const { apiVersion, kind, metadata } = value;
  return typeof apiVersion === "string" && typeof kind === "string"
    ? { ...value, apiVersion, kind, metadata: isMap(metadata) ? metadata : {} }
    : undefined;
}
