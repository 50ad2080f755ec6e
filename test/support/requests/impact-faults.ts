import type { Change as Told } from "../../../analysis/requests/impact/change";
import { unknownHost } from "../../../analysis/requests/impact/places";
import type { Request } from "../../../analysis/requests/request";
import { type Seen, seen, type Translated } from "./client-sees";
import { impactRequests } from "./impact-world";
import { isServed, seenDanger } from "./seen-danger";

/** Where impact says something else than what istiod gives the proxies before and after a change. */

type Both = readonly [before: Translated, after: Translated];

interface Observed {
  readonly request: Request;
  readonly before: Seen;
  readonly after: Seen;
  readonly danger: string | undefined;
}

function observed([old, now]: Both, request: Request): Observed[] {
  const [before, after] = [seen(old, request), seen(now, request)];
  return before && after ? [{ request, before, after, danger: seenDanger(before, after) }] : [];
}

/** Requests that are answered in another way; not those that nobody serves in either set. */
export const differences = (sets: Both): Observed[] =>
  impactRequests
    .flatMap((request) => observed(sets, request))
    .filter(({ danger, before, after }) => danger && [before, after].some(isServed));

/** Whether a host is asked for, or one that stands for all of a wildcard that has it. */
const isAlike = (asked: string, host: string): boolean =>
  [host, host.replace(/^(pay|mail)[.]/, "any."), unknownHost].includes(asked);

/** Whether a change that is told is about a request. */
const isAbout = ({ from, example }: Told, request: Request): boolean =>
  request.from.kind === "outside" ? from === "outside" : isAlike(example.host, request.host);

const plain = ({ danger, from, to, requests, effect }: Told): string =>
  `${danger}: ${from} → ${to}, ${requests}: ${effect}`;

/** Requests whose difference is not told, and what is told that the proxies do not do. */
export function faults(sets: Both, different: readonly Observed[], told: readonly Told[]) {
  const missed = different.find(
    (one) => !told.some((own) => own.danger === one.danger && isAbout(own, one.request)),
  );
  const wrong = told.flatMap((own) =>
    observed(sets, own.example)
      .filter((one) => one.danger !== own.danger)
      .map((one) => ({ wrong: plain(own), ...one })),
  );
  return missed ? [{ missed, told: told.map(plain) }, ...wrong] : wrong;
}

/** What is told, in words. */
export const toldWords = (told: readonly Told[]): string[] => told.map(plain);
