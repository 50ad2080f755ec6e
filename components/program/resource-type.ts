const form = /^kubernetes:(.+)\/([^/:]+):(\w+)$/;

/** API version and kind of a type of Pulumi's such as `kubernetes:core/v1:Service`. */
export function objectType(type: string): { apiVersion: string; kind: string } | undefined {
  const [, group, version, kind] = form.exec(type) ?? [];
  return group === undefined || version === undefined || kind === undefined
    ? undefined
    : { apiVersion: group === "core" ? version : `${group}/${version}`, kind };
}
