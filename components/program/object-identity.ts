/** Kind, group and name of an object in its cluster, whatever it is called in the program. */
export type ObjectIdentity = string;

/** Cluster-wide objects have no namespace. */
export interface ObjectName {
  name: string;
  namespace?: string;
}

/** Group and kind of a Pulumi type such as `kubernetes:networking.istio.io/v1:VirtualService`. */
function kindOf(type: string): string | undefined {
  const [, group, kind] = /^kubernetes:([^/]+)\/[^:]+:(\w+)$/.exec(type) ?? [];
  // Patches have no object of their own; charts and files bring others.
  const isOther =
    kind === undefined || kind.endsWith("Patch") || /^(helm\.sh|yaml)$/.test(group ?? "");
  return isOther ? undefined : `${group} ${kind}`;
}

/** The API version is left out: a server knows one object by several. */
export function objectIdentity(
  type: string,
  { name, namespace }: ObjectName,
): ObjectIdentity | undefined {
  const kind = kindOf(type);
  return kind && `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
