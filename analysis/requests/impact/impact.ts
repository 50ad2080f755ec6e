import { isRefused } from "../../mesh/declared-set";
import { objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Request } from "../request";
import { type Asked, draftsOf } from "./asking/drafts";
import type { Wish } from "./asking/part";
import { type CallerClass, Callers } from "./callers";
import type { Impact, NotJudgedPart } from "./change";
import { type ChangedObjects, changedObjects } from "./changed-objects";
import { type Asking, changesOf } from "./changes";
import { notJudgedParts } from "./not-judged-parts";
import { observed } from "./observed";
import { type Place, placesOf } from "./places";
import { gatewayParts } from "./related/gateway-parts";
import { type Related, relatedTo, type Scope } from "./related/related";
import { requestOf } from "./request-of";

type Meshes = readonly [before: Mesh, after: Mesh];

/** Settings of the whole mesh, which everything hangs on. */
const configOf = ({ config }: Mesh): string =>
  JSON.stringify([config.all, config.domain, config.rootNamespace]);

const outsider = (gateway: string): CallerClass => ({
  caller: { kind: "outside", gateway },
  members: [],
  words: "outside",
  isTouched: false,
  isInMesh: false,
});

/** Whether an object that differs has a say there. */
function isTouched(
  meshes: Meshes,
  changed: ChangedObjects,
  { gateway }: Scope,
  related: readonly Related[],
): boolean {
  const sets = [changed.before, changed.after];
  return meshes.some((mesh, i) => {
    const own = gateway === undefined ? [] : gatewayParts(mesh, gateway).objects;
    return [...(related[i]?.objects ?? []), ...own].some((one) => sets[i]?.has(one));
  });
}

const uniqueWishes = (related: readonly Related[]): Wish[] => [
  ...new Map(
    related.flatMap(({ wishes }) => wishes).map((wish) => [JSON.stringify(wish), wish]),
  ).values(),
];

const client: Request["clientCertificate"] = { names: ["client"] };

/** The requests of a client at a place. Connections without HTTP differ by server name and address alone. */
function requestsAt(
  place: Place,
  { caller }: CallerClass,
  asked: readonly Asked[],
): { asked: Asked; request: Request }[] {
  const all = asked.flatMap((one) => [
    { asked: one, request: requestOf(place, caller, one.draft, place.mutual ? client : undefined) },
    ...(place.mutual && one.plain && one.fits.length === 0
      ? [{ asked: one, request: requestOf(place, caller, one.draft) }]
      : []),
  ]);
  return [...new Map(all.map((one) => [JSON.stringify(one.request), one])).values()];
}

function askAt(
  meshes: Meshes,
  place: Place,
  callers: readonly CallerClass[],
  drafts: readonly Asked[],
  wishes: readonly Wish[],
): Asking {
  const all = callers.flatMap((caller) =>
    requestsAt(place, caller, drafts).map((one) => observed(meshes, { place, caller, ...one })),
  );
  const asked = drafts.filter((one) => all.some((other) => other.asked === one));
  return { place, callers, asked, wishes, observed: all };
}

/** What is certain to be said of the sets as a whole. */
function ofSets([, after]: Meshes): NotJudgedPart[] {
  return [
    ...after.set.objects.filter(isRefused).map(({ id }) => ({
      reason: `${objectWords(id)} is refused by its schema, and has no part in any answer`,
    })),
    ...after.set.unplaced.map(({ kind }) => ({
      reason: `a ${kind} has a name that is not known yet, and has no part in any answer`,
    })),
  ];
}

/**
 * What a change of the set does to requests. Both sets are asked one request of each class that the conditions of
 * their objects tell apart, at every place where an object that differs has a say; what is equal in both sets, and
 * what has no effect on an answer, gives nothing.
 */
export function impact(before: Mesh, after: Mesh): Impact {
  const meshes: Meshes = [before, after];
  const changed = changedObjects(before, after);
  const isEverywhere = configOf(before) !== configOf(after);
  if (changed.ids.length === 0 && !isEverywhere) {
    return { changes: [], notJudged: [], asked: 0 };
  }
  const callers = new Callers(before, after, changed);
  const askings: Asking[] = [];
  for (const places of placesOf(before, after).values()) {
    const [scope] = places;
    if (scope === undefined) {
      continue;
    }
    const related = meshes.map((mesh) => relatedTo(mesh, scope));
    const all = scope.gateway === undefined ? callers.for(related) : [outsider(scope.gateway)];
    const isMeant = isEverywhere || isTouched(meshes, changed, scope, related);
    const asking = isMeant ? all : all.filter((one) => one.isTouched);
    if (asking.length > 0) {
      const wishes = uniqueWishes(related);
      const drafts = draftsOf(wishes);
      askings.push(...places.map((place) => askAt(meshes, place, asking, drafts, wishes)));
    }
  }
  return {
    changes: changesOf(askings),
    notJudged: [...notJudgedParts(askings, changed), ...ofSets(meshes)],
    asked: askings.reduce((sum, { observed: all }) => sum + all.length, 0),
  };
}
