import { isAuthority } from "../../../values/header";
import type { HeaderChanges } from "../answer";

/** A filter of the Gateway API that changes headers. */
interface HeaderModifier {
  readonly set?: readonly NamedValue[];
  readonly add?: readonly NamedValue[];
  readonly remove?: readonly string[];
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** What a filter changes: headers, and the host that Envoy does not let be changed as one. */
export interface ChangedHeaders {
  readonly changes?: HeaderChanges;
  readonly authority?: string;
}

/** By names in lower case; of equal names the first counts. */
function byName(all: readonly NamedValue[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of all) {
    found[name.toLowerCase()] ??= value;
  }
  return found;
}

const withoutAuthority = (all: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !isAuthority(name)));

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** What a filter for the headers of requests or responses does. */
export function headerChanges(modifier: HeaderModifier | undefined): ChangedHeaders {
  const set = byName(modifier?.set);
  const add = byName(modifier?.add);
  const remove = (modifier?.remove ?? []).filter((name) => !isAuthority(name));
  const own = { set: withoutAuthority(set), add: withoutAuthority(add) };
  const authority = set.host ?? add.host;
  const changes: HeaderChanges = {
    ...(!isEmpty(own.set) && { set: own.set }),
    ...(!isEmpty(own.add) && { add: own.add }),
    ...(remove.length > 0 && { remove }),
  };
  return {
    ...(!isEmpty(changes) && { changes }),
    ...(authority && { authority }),
  };
}
