/** Facts about things in a mesh, each found out once for its keys. */
export class KeyedFacts<Keys extends readonly unknown[], T> {
  readonly #known = new Map<unknown, unknown>();

  /** What is known for these keys, made where it is not. Keys are told apart as a Map does. */
  get(keys: Keys, make: () => T): T {
    const last = keys.at(-1);
    const known = this.#knownAt(keys.slice(0, -1));
    if (!known.has(last)) {
      known.set(last, make());
    }
    return known.get(last) as T;
  }

  #knownAt(keys: readonly unknown[]): Map<unknown, unknown> {
    let known = this.#known;
    for (const key of keys) {
      const inner = known.get(key) ?? new Map<unknown, unknown>();
      known.set(key, inner);
      known = inner as Map<unknown, unknown>;
    }
    return known;
  }
}

/** A fact of a mesh that holds others by their keys: `mesh.fact(guards).get([workload], () => …)`. */
export const keyedFacts =
  <Keys extends readonly unknown[], T>(): (() => KeyedFacts<Keys, T>) =>
  () =>
    new KeyedFacts();
