const form = /^kubernetes:([^/]+)\/[^:]+:(\w+)$/;

/** Group and kind of an object. */
export interface GroupKind {
  group: string;
  kind: string;
}

/**
 * Group and kind in a type of Pulumi's such as `kubernetes:networking.istio.io/v1:VirtualService`.
 * The version is left out: a server knows one object by several.
 */
export function kubernetesType(type: string): GroupKind | undefined {
  const [, group, kind] = form.exec(type) ?? [];
  return group === undefined || kind === undefined ? undefined : { group, kind };
}
