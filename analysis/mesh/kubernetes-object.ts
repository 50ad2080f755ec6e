import type { MeshObject } from "../objects/mesh-object";

/** A Kubernetes object of any kind, with the fields that its kind has beside the specification. */
export interface KubernetesObject extends MeshObject {
  readonly [field: string]: unknown;
}

/** What tells an object from all others of a cluster. */
export interface ObjectId {
  apiVersion: string;
  kind: string;
  /** Empty for objects that belong to the whole cluster. */
  namespace: string;
  name: string;
}

/** `Kind name.namespace`, as istioctl names an object. */
export const objectWords = ({
  kind,
  namespace,
  name,
}: Pick<ObjectId, "kind" | "namespace" | "name">): string =>
  namespace === "" ? `${kind} ${name}` : `${kind} ${name}.${namespace}`;

/** Group of an object; that of Kubernetes' own first objects is `core`. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "core";

/** `Kind.group`: what an object is, whatever its version. */
export const kindOf = ({ apiVersion, kind }: { apiVersion: string; kind: string }): string =>
  `${kind}.${groupOf(apiVersion)}`;

const clusterWide = new Set([
  "Namespace",
  "Node",
  "PersistentVolume",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "GatewayClass",
  "StorageClass",
  "PriorityClass",
  "IngressClass",
  "ClusterIssuer",
  "ClusterSecretStore",
  "ClusterAnalysisTemplate",
  "ClusterTriggerAuthentication",
  "Bundle",
  "APIService",
  "CSIDriver",
]);

/** Whether objects of a kind have no namespace. */
export const isClusterWide = (kind: string): boolean => clusterWide.has(kind);

/** Kind in whatever version, namespace and name, a line each: objects of one identity are the same to a cluster. */
export function identityOf(object: KubernetesObject, usualNamespace = "default"): string {
  const { namespace, name } = object.metadata;
  const place = isClusterWide(object.kind) ? "" : namespace || usualNamespace;
  return [kindOf(object), String(place), String(name)].join("\n");
}
