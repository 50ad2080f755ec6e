import { identityOf } from "../../analysis/mesh/kubernetes-object";
import type { Input, InputObject } from "./input";
import { isMap, objectOf } from "./json-values";

type Fields = Readonly<Record<string, unknown>>;

/** Maps are merged field by field, as by a server-side apply; a list is its owner's as a whole. */
function mergedFields(live: Fields, before: Fields, after: Fields): Fields {
  const kept = Object.entries(live).filter(([name]) => !(name in before) || name in after);
  const own = Object.entries(after).map(([name, value]): [string, unknown] => {
    const there = live[name];
    const old = before[name];
    return isMap(there) && isMap(value)
      ? [name, mergedFields(there, isMap(old) ? old : {}, value)]
      : [name, value];
  });
  return Object.fromEntries([...kept, ...own]);
}

/**
 * What becomes of objects in a cluster where they are applied: what was declared before and is no longer is taken
 * away, and what others have added, such as the replicas that an autoscaler has chosen or a label of a Namespace,
 * stays. An object of which nothing was declared before is made as it is declared.
 */
export function merged(cluster: Input, before: Input, after: Input, namespace?: string): Input {
  const byIdentity = ({ objects }: Input) =>
    new Map(objects.map(({ object }) => [identityOf(object, namespace), object]));
  const [live, old] = [byIdentity(cluster), byIdentity(before)];
  const mergedObject = (one: InputObject): InputObject => {
    const identity = identityOf(one.object, namespace);
    const [there, was] = [live.get(identity), old.get(identity)];
    if (there === undefined || was === undefined) {
      return one;
    }
    const object = objectOf(mergedFields({ ...there }, { ...was }, { ...one.object }));
    return { ...one, object: object ?? one.object };
  };
  return { ...after, objects: after.objects.map(mergedObject) };
}
