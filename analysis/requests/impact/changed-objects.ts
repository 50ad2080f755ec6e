import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import { kindOf, type ObjectId } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { routeKinds } from "../../mesh/model/api-routes";
import { isSame } from "./same-value";

/** Objects that are others in one of two sets, or are in one of them alone. */
export interface ChangedObjects {
  readonly before: ReadonlySet<Declared>;
  readonly after: ReadonlySet<Declared>;
  readonly ids: readonly ObjectId[];
  /** Whether all of them are routes, which have no say in who stands behind a host or before a gateway's routes. */
  readonly areRoutes: boolean;
}

const routes: ReadonlySet<string> = new Set([Kind.VirtualService, ...routeKinds]);

/** By what an object is the same in both sets. */
export const keyOf = ({ id }: Pick<Declared, "id">): string =>
  `${kindOf(id)}|${id.namespace}|${id.name}`;

/** What of an object has an effect: no status, and nothing that a server or a tool notes in it. */
function content({ source }: Declared): unknown {
  const { apiVersion: _, kind: _kind, metadata, status: _status, ...rest } = source;
  const { labels, annotations } = metadata;
  return [labels, annotations, rest];
}

/** Objects that differ. One that is the same in both has the same effect. */
export function changedObjects(before: Mesh, after: Mesh): ChangedObjects {
  const old = new Map(before.set.objects.map((one) => [keyOf(one), one]));
  const changedBefore = new Set(before.set.objects);
  const changedAfter = new Set<Declared>();
  for (const one of after.set.objects) {
    const known = old.get(keyOf(one));
    if (known !== undefined && isSame(content(known), content(one))) {
      changedBefore.delete(known);
    } else {
      changedAfter.add(one);
    }
  }
  const ids = [...changedBefore, ...changedAfter].map((one) => [keyOf(one), one.id] as const);
  const unique = [...new Map(ids).values()];
  return {
    before: changedBefore,
    after: changedAfter,
    ids: unique,
    areRoutes: unique.every((id) => routes.has(kindOf(id))),
  };
}
