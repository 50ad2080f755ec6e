import type { KubernetesObject } from "../objects";
import { Random } from "../random";
import { translate } from "../translate";
import { type Change, changes } from "./changes";
import type { Translated } from "./client-sees";
import { cosmeticChanges } from "./cosmetic-changes";
import { differences } from "./impact-faults";
import { impactProxies, impactSet } from "./impact-world";

/** Random sets, and changes of each: those that clients see by what istiod gives the proxies, and those of words. */

type Config = Record<string, unknown>;

/** A set before and after one change. */
export interface ChangedSet {
  /** Name of the change. */
  readonly name: string;
  readonly before: readonly KubernetesObject[];
  readonly after: readonly KubernetesObject[];
  readonly meshConfig: Config;
}

/** The same with what istiod makes of both, and the requests that are answered otherwise. */
export interface JudgedSet extends ChangedSet {
  readonly both: readonly [before: Translated, after: Translated];
  readonly different: ReturnType<typeof differences>;
}

const mostTries = 20;

/** A set, and copies with one change each, of those that it has something for. */
function* tried(
  all: Readonly<Record<string, Change>>,
  seed: number,
  count: number,
): Iterable<ChangedSet> {
  const random = new Random(seed);
  const { objects, meshConfig } = impactSet(random);
  for (let tries = 0; tries < mostTries * count; tries++) {
    const [name, change] = random.pick(Object.entries(all));
    const after = structuredClone(objects) as KubernetesObject[];
    if (change(after, random)) {
      yield { name, before: objects, after, meshConfig };
    }
  }
}

async function translated(objects: readonly KubernetesObject[], meshConfig: Config) {
  const configs = await translate({ objects, meshConfig, proxies: impactProxies() });
  return { objects, configs };
}

/** Changes of one set until so many are seen by clients, those that nobody sees among them. */
export async function* judgedChanges(seed: number, count: number): AsyncIterable<JudgedSet> {
  let left = count;
  let old: Translated | undefined;
  for (const one of tried(changes, seed, count)) {
    old ??= await translated(one.before, one.meshConfig);
    const both = [old, await translated(one.after, one.meshConfig)] as const;
    const different = differences(both);
    yield { ...one, both, different };
    left -= different.length > 0 ? 1 : 0;
    if (left === 0) {
      return;
    }
  }
}

/** So many changes of one set that are of words alone. */
export function* wordChanges(seed: number, count: number): Iterable<ChangedSet> {
  let left = count;
  for (const one of tried(cosmeticChanges, seed, count)) {
    yield one;
    left--;
    if (left === 0) {
      return;
    }
  }
}
