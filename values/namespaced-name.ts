/** Namespace and name of what is written as `name` or `namespace/name`. */
export function namespacedName(
  text: string,
  ownNamespace: string,
): [namespace: string, name: string] {
  const [name = "", namespace = ownNamespace] = text.split("/").reverse();
  return [namespace, name];
}

/** The same with its namespace, whether that was written or not. */
export const withNamespace = (text: string, ownNamespace: string): string =>
  namespacedName(text, ownNamespace).join("/");
