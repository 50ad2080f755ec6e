const identifier = /^[A-Za-z_$][\w$]*$/;

/** Path of a field inside another argument; the empty path is the component itself. */
export function fieldPath(path: string, name: string): string {
  if (!identifier.test(name)) {
    return `${path}[${JSON.stringify(name)}]`;
  }
  return path ? `${path}.${name}` : name;
}

/** Path of an entry of a map, whose keys are the user's. */
export const entryPath = (path: string, key: string): string => `${path}[${JSON.stringify(key)}]`;

/** Keys and indexes along a path such as `rules[0].labels["a/b"]`. */
export const pathParts = (path: string): string[] =>
  [...path.matchAll(/\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, key, index, name]) =>
    key === undefined ? (index ?? name ?? "") : JSON.parse(key),
  );

/** What stands at the path now; undefined where something on the way arrives later. */
export const valueAt = (root: unknown, path: string): unknown =>
  pathParts(path).reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (value as Container)[part]
        : undefined,
    root,
  );

/** Whether a path is the other one or that of a part of it. */
export const isWithin = (path: string, whole: string): boolean =>
  path.startsWith(whole) && ["", ".", "["].includes(path.charAt(whole.length));

interface Container {
  [key: string]: unknown;
}

const copied = (value: object): Container =>
  (Array.isArray(value) ? [...value] : { ...value }) as unknown as Container;

/**
 * A copy of `root` in which `held` stands at the path, if `raw` does so now. What is not on the way
 * there is shared.
 */
export function replaced<T>(root: T, path: string, raw: unknown, held: unknown): T {
  const step = (node: unknown, [part, ...rest]: string[]): unknown => {
    if (part === undefined) {
      return node === raw ? held : node;
    }
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, part)) {
      return node;
    }
    const before = (node as Container)[part];
    const after = step(before, rest);
    return after === before ? node : Object.assign(copied(node), { [part]: after });
  };
  return step(root, pathParts(path)) as T;
}
