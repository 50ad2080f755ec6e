const form = /^kubernetes:([^/]+)\/([^:]+):(\w+)$/;

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
  const [, group, , kind] = form.exec(type) ?? [];
  return group === undefined || kind === undefined ? undefined : { group, kind };
}

/** The same as an object says it: with the version, and without the name of Kubernetes' own group. */
export function objectType(type: string): { apiVersion: string; kind: string } | undefined {
  const [, group, version, kind] = form.exec(type) ?? [];
  return group === undefined || version === undefined || kind === undefined
    ? undefined
    : { apiVersion: group === "core" ? version : `${group}/${version}`, kind };
}
