import { type Fields, fields } from "../../mesh/fields";
import { type KubernetesObject, objectWords } from "../../mesh/kubernetes-object";
import type { NotJudgedPart } from "./change";
import { type ChangedObjects, keyOf } from "./changed-objects";

/** What is sought in the fields of one map of an object; undefined where it is not among them. */
type Sought = (own: Fields) => unknown;

/** What browsers are told: `corsPolicy` of a VirtualService, the filter of a route of the Gateway API. */
const cors: Sought = ({ corsPolicy, type, cors: filter }) =>
  corsPolicy ?? (type === "CORS" ? filter : undefined);

const expression: Sought = ({ regex, type, value }) =>
  regex ?? (type === "RegularExpression" ? value : undefined);

/** Where a RequestAuthentication reads tokens from, whose signatures it takes, and what it hands on of them. */
const tokens: Sought = ({ issuer, audiences: _, forwardOriginalToken: _forward, ...rest }) =>
  issuer === undefined || Object.keys(rest).length === 0 ? undefined : [issuer, rest];

/** All that is sought, wherever it is in a value. */
function allOf(value: unknown, sought: Sought): unknown[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const own = Array.isArray(value) ? undefined : sought(fields(value));
  const inner = Object.values(value).flatMap((one) => allOf(one, sought));
  return own === undefined ? inner : [own, ...inner];
}

/** The same for the same, in whatever order and in whichever objects it is written. */
const textOf = (objects: readonly KubernetesObject[], sought: Sought): string =>
  JSON.stringify(
    [
      ...new Set(
        objects.flatMap(({ spec }) => allOf(spec, sought)).map((one) => JSON.stringify(one)),
      ),
    ].sort(),
  );

const kinds: readonly (readonly [sought: Sought, reason: string])[] = [
  [cors, "what browsers may do differs (CORS), which is not modelled"],
  [
    tokens,
    "where tokens are read from, whose signatures are taken or what is handed on of them differs, which is not modelled",
  ],
  [expression, "a regular expression differs; it is asked by samples of what it takes"],
];

/** What of the objects that differ, and are in both sets, is not told by the requests that were asked. */
export function unmodelledChanges({ before, after, ids }: ChangedObjects): NotJudgedPart[] {
  const sourcesOf = (all: ChangedObjects["before"]) =>
    new Map([...all].map((one) => [keyOf(one), one.source]));
  const [old, now] = [sourcesOf(before), sourcesOf(after)];
  return kinds.flatMap(([sought, reason]) => {
    const differs = (was: readonly KubernetesObject[], is: readonly KubernetesObject[]): boolean =>
      textOf(was, sought) !== textOf(is, sought);
    const changed = ids.filter((id) => {
      const [was, is] = [old.get(keyOf({ id })), now.get(keyOf({ id }))];
      return was !== undefined && is !== undefined && differs([was], [is]);
    });
    // What only goes from one object to another does the same there.
    return changed.length > 0 && differs([...old.values()], [...now.values()])
      ? changed.map((id) => ({ reason: `${objectWords(id)}: ${reason}` }))
      : [];
  });
}
