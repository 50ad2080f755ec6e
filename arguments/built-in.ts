const ordinary = new Set(["Object", "Array", "Module"]);

/** What a value is that only looks like an object with fields, such as a Map; undefined for all others. */
export function builtIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  return ordinary.has(tag) ? undefined : tag;
}
