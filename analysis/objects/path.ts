/** Path of a field below another: `a.b`, or `a["b.c"]` where the name is no plain word. */
export function fieldPath(path: string, name: string): string {
  if (path === "") {
    return name;
  }
  return /^[A-Za-z_$][\w$-]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

export const entryPath = (path: string, index: number): string => `${path}[${index}]`;
