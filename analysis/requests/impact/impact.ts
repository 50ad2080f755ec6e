import { isRefused } from "../../mesh/declared-set";
import { objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Request } from "../request";
import { type Asked, draftsOf } from "./asking/drafts";
import type { Wish } from "./asking/part";
import { type CallerClass, Callers, outsider } from "./callers";
import type { Impact, NotJudgedPart } from "./change";
import { type ChangedObjects, changedObjects } from "./changed-objects";
import { type Asking, changesOf } from "./changes";
import { notJudgedParts, ofIngresses } from "./not-judged-parts";
import { isOpen, observed } from "./observed";
import { type Place, placesOf } from "./places";
import { gatewayParts } from "./related/gateway-parts";
import { isReached, type Related, reachOf, relatedTo } from "./related/related";
import { requestOf } from "./request-of";
import { afterChange } from "./taken-away";
import { unmodelledChanges } from "./unmodelled-changes";
import { type WayIn, waysIn } from "./ways-in";

type Meshes = readonly [before: Mesh, after: Mesh];

/** Settings of the whole mesh, which everything hangs on. */
const configOf = ({ config }: Mesh): string =>
  JSON.stringify([config.all, config.domain, config.rootNamespace]);

/** Gateways that an object which differs has a say in, before any route. */
function touchedGateways(meshes: Meshes, sets: ChangedObjects): (gateway: string) => boolean {
  const known = new Map<string, boolean>();
  if (sets.areRoutes) {
    return () => false;
  }
  const isOther = (name: string) =>
    [sets.before, sets.after].some((set, i) =>
      meshes[i] ? gatewayParts(meshes[i], name).objects.some((one) => set.has(one)) : false,
    );
  return (name) => {
    const found = known.get(name) ?? isOther(name);
    known.set(name, found);
    return found;
  };
}

const uniqueWishes = (related: readonly Related[]): Wish[] => [
  ...new Map(
    related.flatMap(({ wishes }) => wishes).map((wish) => [JSON.stringify(wish), wish]),
  ).values(),
];

const client: Request["clientCertificate"] = { names: ["client"] };

const uncertified = (asked: Asked): Asked => ({
  ...asked,
  plain: false,
  words: "clients without a certificate",
});

/** The requests of a client at a place. Connections without HTTP differ by server name and address alone. */
function requestsAt(
  place: Place,
  { caller }: CallerClass,
  asked: readonly Asked[],
): { asked: Asked; request: Request }[] {
  const all = asked.flatMap((one) => [
    { asked: one, request: requestOf(place, caller, one.draft, place.mutual ? client : undefined) },
    ...(place.mutual && one.plain && one.fits.length === 0
      ? [{ asked: uncertified(one), request: requestOf(place, caller, one.draft) }]
      : []),
  ]);
  const byRequest = new Map<string, { asked: Asked; request: Request }>();
  for (const one of all) {
    const key = JSON.stringify(one.request);
    byRequest.set(key, byRequest.get(key) ?? one);
  }
  return [...byRequest.values()];
}

/** Clients of a place, and those of them that ask. */
interface Clients {
  readonly all: readonly CallerClass[];
  readonly asking: readonly CallerClass[];
}

function askAt(
  meshes: Meshes,
  place: Place,
  { all: callers, asking }: Clients,
  drafts: readonly Asked[],
  wishes: readonly Wish[],
): Asking {
  const ways: readonly WayIn[] =
    place.gateway === undefined ? [["", ""]] : waysIn(meshes, place.gateway);
  const all = asking.flatMap((caller) =>
    requestsAt(place, caller, drafts).flatMap((one) =>
      ways.map((way) => observed(meshes, { place, caller, ...one }, way)),
    ),
  );
  return {
    place,
    callers,
    asked: [...new Set(all.map((one) => one.asked))],
    wishes,
    // The others are most of a large mesh.
    observed: all.filter((one) => one.difference !== undefined || isOpen(one)),
    count: all.length,
  };
}

function asked(
  meshes: Meshes,
  places: readonly Place[],
  clients: Clients,
  related: readonly Related[],
): Asking[] {
  if (clients.asking.length === 0) {
    return [];
  }
  const wishes = uniqueWishes(related);
  const drafts = draftsOf(wishes);
  return places.map((place) => askAt(meshes, place, clients, drafts, wishes));
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

/** What decides which places are asked at. */
interface Meant {
  readonly meshes: Meshes;
  readonly changed: ChangedObjects;
  readonly isEverywhere: boolean;
  readonly isTouchedGateway: (gateway: string) => boolean;
  readonly callers: Callers;
}

/** Asks at the ports of one host: all clients where an object that differs has a say, else those who differ. */
function askedAt(
  { meshes, changed, isEverywhere, isTouchedGateway, callers }: Meant,
  places: readonly Place[],
): Asking[] {
  const [scope] = places;
  if (scope === undefined) {
    return [];
  }
  const { gateway } = scope;
  const [old, now] = [reachOf(meshes[0], scope), reachOf(meshes[1], scope)];
  const isMeant =
    isEverywhere ||
    isReached(old, { objects: changed.before, areRoutes: changed.areRoutes }) ||
    isReached(now, { objects: changed.after, areRoutes: changed.areRoutes }) ||
    (gateway !== undefined && isTouchedGateway(gateway));
  if (!isMeant && !callers.areTouched) {
    return [];
  }
  const related = [old, now].map(relatedTo);
  const all = gateway === undefined ? callers.for(related) : [outsider(gateway)];
  const asking = isMeant ? all : all.filter((one) => one.isTouched);
  return asked(meshes, places, { all, asking }, related);
}

/**
 * What a change of the set does to requests. Both sets are asked one request of each class that the conditions of
 * their objects tell apart, at every place where an object that differs has a say; what is equal in both sets, and
 * what has no effect on an answer, gives nothing.
 */
export function impact(before: Mesh, applied: Mesh): Impact {
  const changed = changedObjects(before, applied);
  const after = afterChange(before, applied, changed);
  const meshes: Meshes = [before, after];
  const isEverywhere = configOf(before) !== configOf(after);
  if (changed.ids.length === 0 && !isEverywhere) {
    return { changes: [], notJudged: [], asked: 0 };
  }
  const meant: Meant = {
    meshes,
    changed,
    isEverywhere,
    isTouchedGateway: touchedGateways(meshes, changed),
    callers: new Callers(before, after, changed),
  };
  const askings = [...placesOf(before, after).values()].flatMap((places) => askedAt(meant, places));
  return {
    changes: changesOf(askings),
    notJudged: [
      ...notJudgedParts(askings, changed),
      ...ofIngresses(meshes, changed),
      ...unmodelledChanges(changed),
      ...ofSets(meshes),
    ],
    asked: askings.reduce((sum, { count }) => sum + count, 0),
  };
}
