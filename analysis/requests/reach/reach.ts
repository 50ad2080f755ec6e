import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { known } from "../../mesh/not-judged";
import type { Answer } from "../answer";
import { answerWords } from "../answer-words";
import { answer } from "../ask";
import { type Asked, draftsOf } from "../impact/asking/drafts";
import type { Wish } from "../impact/asking/part";
import { type CallerClass, Callers, outsider } from "../impact/callers";
import { fromWords, hostWords, requestsWords } from "../impact/impact-words";
import { type Place, placesOf } from "../impact/places";
import { reachOf, relatedTo } from "../impact/related/related";
import { requestOf } from "../impact/request-of";
import { QuestionError } from "../question-error";
import type { Request } from "../request";
import { type Level, levelOf } from "./level";

/** Requests of some clients to one host and port that get the same answer. */
export interface Reach {
  /** Who asks, in words: `mesh`, `sleep.bookinfo`, `outside`. */
  readonly from: string;
  /** `name.namespace` of each workload that asks; none where all of the mesh or nobody of the set is meant. */
  readonly callers: readonly string[];
  /** Who asks beside those workloads and is none of the set, in words: `Pods outside the mesh`. */
  readonly others: readonly string[];
  /** `namespace/name` of the gateway at which it is asked; absent inside the mesh. */
  readonly gateway?: string;
  /** `reviews.bookinfo:9080`. */
  readonly to: string;
  /** Which requests, in words: `any path`, `any path but /admin`. */
  readonly requests: string;
  readonly level: Level;
  readonly example: Request;
  readonly answer: Answer;
}

/** What is asked for; all where nothing is said. */
export interface ReachFilter {
  /** Whether a client is meant, by its `name.namespace` or `outside`. */
  readonly from?: (name: string) => boolean;
  /** Whether a host and port is meant, by `reviews.bookinfo:9080`. */
  readonly to?: (name: string) => boolean;
}

interface Told {
  readonly caller: CallerClass;
  readonly asked: Asked;
  readonly request: Request;
  readonly answer: Answer;
}

/** How all clients of the mesh are called together. */
const wholeMesh = "mesh";

const everybody = (): boolean => true;

/** The clients of a class that are meant; undefined where none is. */
function meant(one: CallerClass, isMeant: (name: string) => boolean): CallerClass | undefined {
  if (isMeant === everybody) {
    return one;
  }
  if (one.members.length === 0) {
    return isMeant(one.words) ? one : undefined;
  }
  const members = one.members.filter(isMeant);
  if (members.length === one.members.length) {
    return one;
  }
  return members.length === 0 ? undefined : { ...one, members };
}

function asked(mesh: Mesh, place: Place, caller: CallerClass, one: Asked): Told[] {
  const certificate = place.mutual ? { names: ["client"] } : undefined;
  const request = requestOf(place, caller.caller, one.draft, certificate);
  try {
    return [{ caller, asked: one, request, answer: answer(mesh, request) }];
  } catch (error) {
    if (error instanceof QuestionError) {
      return [];
    }
    throw error;
  }
}

/** What tells answers apart: who is reached, or why nobody is. */
const keyOf = ({ answer: { notModelled, ...own } }: Told): string =>
  JSON.stringify([answerWords({ notModelled, ...own }), own.deniedBy, notModelled]);

function atPlace(
  mesh: Mesh,
  place: Place,
  { callers, everyone }: { callers: readonly CallerClass[]; everyone: readonly CallerClass[] },
  drafts: readonly Asked[],
  wishes: readonly Wish[],
): Reach[] {
  const told = callers.flatMap((caller) =>
    drafts.flatMap((one) => asked(mesh, place, caller, one)),
  );
  const ofCallers = grouped(told, (one) =>
    JSON.stringify([callers.indexOf(one.caller), keyOf(one)]),
  );
  const alike = grouped(ofCallers.values(), ([first, ...rest]) =>
    JSON.stringify([
      first && keyOf(first),
      [first, ...rest].map((one) => one && drafts.indexOf(one.asked)),
    ]),
  );
  return [...alike.values()].flatMap((groups): Reach[] => {
    const all = groups.flat();
    const [first] = all;
    if (first === undefined) {
      return [];
    }
    const own = [...new Set(all.map(({ caller }) => caller))];
    const some = [...new Set(all.map((one) => one.asked))];
    const from = place.gateway === undefined ? fromWords(own, everyone) : "outside";
    const isNamed = place.gateway === undefined && !from.startsWith(wholeMesh);
    return [
      {
        from,
        callers: isNamed ? own.flatMap(({ members }) => members) : [],
        others: isNamed ? own.flatMap(({ words }) => (words === "" ? [] : [words])) : [],
        ...(place.gateway !== undefined && { gateway: place.gateway }),
        to: `${hostWords(place)}:${place.port}`,
        requests: requestsWords(some, drafts, wishes, place),
        level: levelOf(mesh, first.request, first.answer),
        example: first.request,
        answer: first.answer,
      },
    ];
  });
}

const unchanged = {
  before: new Set<never>(),
  after: new Set<never>(),
  ids: [],
  areRoutes: true,
};

const routedHosts = (mesh: Mesh): ReadonlySet<string> =>
  new Set(mesh.routes.flatMap((routes) => known(() => routes.hosts) ?? []));

/** Hosts that nobody declares are no part of who calls whom. */
const isDeclared = (mesh: Mesh, { gateway, host }: Place): boolean =>
  gateway !== undefined || mesh.hosts.covering(host).length > 0 || mesh.fact(routedHosts).has(host);

/**
 * Who may call whom: for each class of clients and each host and port of the set, what becomes of each class of
 * requests.
 */
export function reach(mesh: Mesh, { from = everybody, to = everybody }: ReachFilter = {}): Reach[] {
  const callers = new Callers(mesh, mesh, unchanged);
  return [...placesOf(mesh, mesh).values()].flatMap((places) => {
    const own = places.filter(
      (place) => to(`${hostWords(place)}:${place.port}`) && isDeclared(mesh, place),
    );
    const [scope] = own;
    if (scope === undefined) {
      return [];
    }
    const related = relatedTo(reachOf(mesh, scope));
    const all = scope.gateway === undefined ? callers.for([related]) : [outsider(scope.gateway)];
    const asking = all.flatMap((one) => meant(one, from) ?? []);
    const wishes = [...related.wishes];
    const drafts = draftsOf(wishes);
    return own.flatMap((place) =>
      atPlace(mesh, place, { callers: asking, everyone: all }, drafts, wishes),
    );
  });
}
