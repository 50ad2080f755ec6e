import { grouped } from "../../mesh/lazy";
import type { Asked } from "./asking/drafts";
import type { Wish } from "./asking/part";
import type { CallerClass } from "./callers";
import { type Change, dangers } from "./change";
import type { Difference } from "./difference";
import { calledWords, fromWords, requestsWords } from "./impact-words";
import type { Observed } from "./observed";
import type { Place } from "./places";

/** All that was asked at one place. */
export interface Asking {
  readonly place: Place;
  readonly callers: readonly CallerClass[];
  readonly asked: readonly Asked[];
  readonly wishes: readonly Wish[];
  /** Requests whose answers differ, or could not be told. */
  readonly observed: readonly Observed[];
  /** How many were asked. */
  readonly count: number;
}

/** A change with what it may be put together by. */
interface Told extends Change {
  readonly host: string;
  readonly port: number;
  /** How many clients it concerns. */
  readonly clients: number;
}

type Different = Observed & { readonly difference: Difference };

const isDifferent = (one: Observed): one is Different => one.difference !== undefined;

const isPlainest = (a: Different, b: Different): number =>
  JSON.stringify(a.asked.draft).length - JSON.stringify(b.asked.draft).length;

function toldOf({ place, callers, asked, wishes }: Asking, all: readonly Different[]): Told[] {
  const [first] = [...all].sort(isPlainest);
  if (first === undefined) {
    return [];
  }
  const some = [...new Set(all.map((one) => one.asked))];
  const asking = [...new Set(all.map(({ caller }) => caller))];
  const { request, before, after, difference } = first;
  return [
    {
      danger: difference.danger,
      from: place.gateway === undefined ? fromWords(asking, callers) : "outside",
      to: "",
      requests: requestsWords(some, asked, wishes, place),
      effect: difference.words,
      example: request,
      before,
      after,
      host: calledWords(place),
      port: place.port,
      clients: asking.reduce((sum, { members }) => sum + members.length, 0),
    },
  ];
}

/** What is other at one place: requests with the same effect together, first of each client, then of all. */
function ofPlace(asking: Asking): Told[] {
  const different = asking.observed.filter(isDifferent);
  const byCaller = grouped(different, ({ caller, difference }) =>
    JSON.stringify([asking.callers.indexOf(caller), difference.danger, difference.key]),
  );
  const sameRequests = grouped(byCaller.values(), (all) => {
    const [first] = all;
    return JSON.stringify([
      first?.difference.danger,
      first?.difference.key,
      all.map(({ asked }) => asking.asked.indexOf(asked)),
    ]);
  });
  return [...sameRequests.values()].flatMap((all) => toldOf(asking, all.flat()));
}

const placeWords = (all: readonly Told[]): string => {
  const [first] = all;
  const ports = [...new Set(all.map(({ port }) => port))].sort((a, b) => a - b);
  return `${first?.host}:${ports.join(", ")}`;
};

/** Whether all requests are meant, or all but some. */
const isWide = ({ requests }: Change): boolean =>
  requests.startsWith("any path") || requests.startsWith("any connection");

/**
 * What was asked, as changes: one for all ports and gateways where the same happens, the gravest first, and of
 * these what most clients meet with.
 */
export function changesOf(askings: readonly Asking[]): Change[] {
  const told = askings.flatMap(ofPlace);
  const alike = grouped(told, ({ danger, from, host, requests, effect }) =>
    JSON.stringify([danger, from, host, requests, effect]),
  );
  const counted = [...alike.values()].flatMap((all): [change: Change, clients: number][] => {
    const [first] = all;
    if (first === undefined) {
      return [];
    }
    const { host: _, port: _port, clients, ...change } = first;
    return [[{ ...change, to: placeWords(all) }, clients]];
  });
  const rank = ({ danger }: Change): number => dangers.indexOf(danger);
  return counted
    .sort(
      ([a, some], [b, others]) =>
        rank(a) - rank(b) || others - some || Number(isWide(b)) - Number(isWide(a)),
    )
    .map(([change]) => change);
}
