import { kubernetesType } from "../../values/kubernetes-type";
/** Kind, group and name of an object in its cluster, whatever it is called in the program. */
export type ObjectIdentity = string;

/** Cluster-wide objects have no namespace. */
export interface ObjectName {
  name: string;
  namespace?: string;
}

/** Groups of the provider's own, which bring objects of others. */
const bringing = ["helm.sh", "yaml"];

/** Helm itself knows a release by its name, as the API server does an object. */
const release = "kubernetes:helm.sh/v3:Release";

function kindOf(type: string): string | undefined {
  const { group = "", kind } = kubernetesType(type) ?? {};
  // Patches have no object of their own.
  const isOther =
    kind === undefined || kind.endsWith("Patch") || (bringing.includes(group) && type !== release);
  return isOther ? undefined : `${group} ${kind}`;
}

/** Where a resource says what it is called. */
export const namesIn = (
  type: string,
  { metadata, name, namespace }: { metadata?: unknown; name?: unknown; namespace?: unknown },
): unknown => (type === release ? { name, namespace } : metadata);

/** The API version is left out: a server knows one object by several. */
export function objectIdentity(
  type: string,
  { name, namespace }: ObjectName,
): ObjectIdentity | undefined {
  const kind = kindOf(type);
  return kind && `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
