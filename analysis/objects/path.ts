const plainNames = new Map<string, boolean>();

/** Remembered, since every field of every object is asked for and there are few names. */
function isPlain(name: string): boolean {
  const known = plainNames.get(name);
  if (known !== undefined) {
    return known;
  }
  const plain = /^[A-Za-z_$][\w$-]*$/.test(name);
  plainNames.set(name, plain);
  return plain;
}

/** Path of a field below another: `a.b`, or `a["b.c"]` where the name is no plain word. */
export function fieldPath(path: string, name: string): string {
  if (path === "") {
    return name;
  }
  return isPlain(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

/** Path of an entry of a list: `a[0]`. */
export const entryPath = (path: string, index: number): string => `${path}[${index}]`;
