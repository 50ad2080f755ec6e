import { grouped } from "../../mesh/lazy";
import type { Asked } from "./asking/drafts";
import type { Wish } from "./asking/part";
import type { CallerClass } from "./callers";
import { type Change, dangers } from "./change";
import type { Difference } from "./difference";
import { fromWords, hostWords, requestsWords } from "./impact-words";
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
  const { request, before, after, difference } = first;
  return [
    {
      danger: difference.danger,
      from:
        place.gateway === undefined
          ? fromWords([...new Set(all.map(({ caller }) => caller))], callers)
          : "outside",
      to: "",
      requests: requestsWords(some, asked, wishes, place),
      effect: difference.words,
      example: request,
      before,
      after,
      host: hostWords(place),
      port: place.port,
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

/** What was asked, as changes: one for all ports and gateways where the same happens, the gravest first. */
export function changesOf(askings: readonly Asking[]): Change[] {
  const told = askings.flatMap(ofPlace);
  const alike = grouped(told, ({ danger, from, host, requests, effect }) =>
    JSON.stringify([danger, from, host, requests, effect]),
  );
  const changes = [...alike.values()].flatMap((all): Change[] => {
    const [first] = all;
    if (first === undefined) {
      return [];
    }
    const { host: _, port: _port, ...change } = first;
    return [{ ...change, to: placeWords(all) }];
  });
  const rank = ({ danger }: Change): number => dangers.indexOf(danger);
  return changes.sort((a, b) => rank(a) - rank(b));
}
