import type { PolicyResource } from "@pulumi/policy";
import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { unknown } from "../analysis/objects/mesh-object";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A field as it is known in a preview; the SDK throws where it is not. */
function fieldOf(holder: Record<string, unknown>, key: string): unknown {
  try {
    return plain(holder[key]);
  } catch {
    return unknown;
  }
}

/** The same value with our mark for what is not known yet. */
function plain(value: unknown): unknown {
  if (!isObject(value)) {
    return value;
  }
  const fields = Object.keys(value).map((key) => [key, fieldOf(value, key)] as const);
  return Array.isArray(value) ? fields.map(([, one]) => one) : Object.fromEntries(fields);
}

/** A chart of Helm's own, whose objects no engine sees. */
const release = "kubernetes:helm.sh/v3:Release";

/** Namespaces of which nothing can be missed, as Helm brings objects there. */
export const unseenNamespaces = (resources: readonly PolicyResource[]): string[] =>
  resources
    .filter(({ type }) => type === release)
    .map(({ props }) => fieldOf(props, "namespace"))
    .filter((namespace) => typeof namespace === "string");

/** The object that a resource declares; none for resources of other kinds. */
export function objectOf({ type, props }: PolicyResource): KubernetesObject | undefined {
  // Fields of an object that another one owns are no object.
  if (!type.startsWith("kubernetes:") || type === release || type.endsWith("Patch")) {
    return undefined;
  }
  const object = plain(props);
  return isObject(object) && typeof object.kind === "string" && isObject(object.metadata)
    ? (object as KubernetesObject)
    : undefined;
}
