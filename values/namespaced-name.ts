import { dnsLabelProblem } from "./dns";

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

/** Whether a text is `name` or `namespace/name`; names of some objects have dots. */
export function isNamespacedName(text: string, nameProblem = dnsLabelProblem): boolean {
  const [name = "", namespace, ...more] = text.split("/").reverse();
  return (
    more.length === 0 &&
    nameProblem(name) === undefined &&
    (namespace === undefined || dnsLabelProblem(namespace) === undefined)
  );
}
