/** Facts about things in a mesh, each found out once for its keys. */
export class KeyedFacts<Keys extends readonly unknown[], T> {
  readonly #known = new Map<unknown, unknown>();

  /** What is known for these keys, made where it is not. Keys are told apart as a Map does. */
  get(keys: Keys, make: () => T): T {
    const last = keys.length - 1;
    let known = this.#known;
    for (let i = 0; i < last; i++) {
      known = innerOf(known, keys[i]);
    }
    const key = keys[last];
    if (!known.has(key)) {
      known.set(key, make());
    }
    return known.get(key) as T;
  }
}

function innerOf(known: Map<unknown, unknown>, key: unknown): Map<unknown, unknown> {
  const found = known.get(key);
  if (found !== undefined) {
    return found as Map<unknown, unknown>;
  }
  const made = new Map<unknown, unknown>();
  known.set(key, made);
  return made;
}

/** A fact of a mesh that holds others by their keys: `mesh.fact(guards).get([workload], () => …)`. */
export const keyedFacts =
  <Keys extends readonly unknown[], T>(): (() => KeyedFacts<Keys, T>) =>
  () =>
    new KeyedFacts();
