import type { Input, InputObject } from "./input";

/** Objects by `Kind name.namespace`; the set says by what namespace those without one go. */
export function objectsByName(input: Input, namespace: string): ReadonlyMap<string, InputObject> {
  const byName = new Map<string, InputObject>();
  for (const one of input.objects) {
    const { kind, metadata } = one.object;
    for (const own of [metadata.namespace, namespace, ""]) {
      const key = `${kind} ${String(metadata.name)}${own ? `.${String(own)}` : ""}`;
      if (!byName.has(key)) {
        byName.set(key, one);
      }
    }
  }
  return byName;
}
