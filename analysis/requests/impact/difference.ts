import { siteOf } from "../../../values/request-url";
import { type Answer, Outcome } from "../answer";
import { endWords, percentWords, serviceWords } from "../answer-words";
import type { Detail } from "../sending-words";
import { Danger } from "./change";
import { partsOf, type Standing, shareOf, standingOf } from "./served";
import { isSameShares, reachedKey, servicesOf, shiftWords } from "./shares";
import { detailKey, detailWords, tunedDetails } from "./tuned";

/** What is other in an answer. */
export interface Difference {
  readonly danger: Danger;
  readonly words: string;
  /** The same for requests whose answers differ in the same way. */
  readonly key: string;
}

const least = 0.001;

const isNearly = (one: number, other = 0): boolean => Math.abs(one - other) < least;

const isServed = (answer: Answer): boolean => standingOf(answer) === "served";

/** Who answers, or what becomes of most requests, in few words: `webapp.shop:80`, `404`. */
function mostWords(answer: Answer, withVersions: boolean): string {
  const { outcome, status, reason, redirect, destinations } = answer;
  switch (outcome) {
    case Outcome.Routed:
      return withVersions
        ? destinations
            .map(
              (one) =>
                `${one.version ?? one.workload ?? serviceWords(one)} ${percentWords(one.share)}`,
            )
            .sort()
            .join(", ")
        : servicesOf(answer);
    case Outcome.Redirect:
      return `${redirect?.status ?? status} to ${redirect?.location ?? "elsewhere"}`;
    case Outcome.Denied:
    case Outcome.TlsRefused:
    case Outcome.Reset:
      return endWords(answer);
    default:
      return status === undefined || reason !== undefined ? endWords(answer) : `${status}`;
  }
}

/** The same with the parts that end otherwise, where there are any. */
const allWords = (answer: Answer): string =>
  [
    mostWords(answer, false),
    ...(answer.lost ?? []).map((one) => `${percentWords(one.share)} ${endWords(one)}`),
  ].join("; ");

const wasNow = (before: Answer, after: Answer, words: (answer: Answer) => string): string =>
  `was ${words(before)}, now ${words(after)}`;

/** An answer without the path that a redirect leads to, which hangs on the request's own. */
const siteOnly = (answer: Answer): Answer =>
  answer.redirect === undefined
    ? answer
    : {
        ...answer,
        redirect: { ...answer.redirect, location: siteOf(answer.redirect.location) },
      };

const firstServerError = 500;

/** How a request fails, as far as its client cares: that nobody answers is the same in whatever way. */
const failure = (status = firstServerError): string =>
  status < firstServerError ? `${status}` : "nobody";

/** Shares of the requests that nobody serves, by what clients see. */
function unserved(answer: Answer): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const part of partsOf(answer)) {
    const standing = standingOf(part);
    const { outcome, status } = part;
    const key = standing === "failed" ? failure(status) : [outcome, status].join(" ");
    if (standing !== "served" && part.share > least) {
      shares.set(key, (shares.get(key) ?? 0) + part.share);
    }
  }
  return shares;
}

function endsAlike(before: Answer, after: Answer): boolean {
  const [old, now] = [unserved(before), unserved(after)];
  return old.size === now.size && [...old].every(([key, share]) => isNearly(share, now.get(key)));
}

/** How grave it is that parts of the requests end otherwise; undefined where as many end in the same way. */
function ofParts(before: Answer, after: Answer): Danger | undefined {
  const more = (standing: Standing) => shareOf(after, standing) - shareOf(before, standing);
  if (more("served") < -least) {
    return more("failed") > least ? Danger.Outage : Danger.Lockout;
  }
  if (more("served") > least) {
    return more("refused") < -least ? Danger.Exposure : Danger.Rerouted;
  }
  return endsAlike(before, after) ? undefined : Danger.Rerouted;
}

/** By whom a request is refused, and why there is a status, is no other answer in kind. */
function ofEnds(before: Answer, after: Answer): Difference | undefined {
  const isOther =
    before.redirect?.location !== after.redirect?.location ||
    isServed(before) !== isServed(after) ||
    (isServed(before) && before.status !== after.status);
  const danger = ofParts(before, after) ?? (isOther ? Danger.Rerouted : undefined);
  return (
    danger && {
      danger,
      words: wasNow(before, after, allWords),
      key: wasNow(siteOnly(before), siteOnly(after), allWords),
    }
  );
}

/** What becomes of the part that does not reach anybody; empty where there is none. */
const lostWords = ({ lost = [] }: Answer): string =>
  lost.map((one) => `${percentWords(one.share)} ${endWords(one)}`).join(", ");

/** What is other of that part: `now 20 % 503: …`. */
function lostChange(before: Answer, after: Answer): string[] {
  const [old, now] = [lostWords(before), lostWords(after)];
  if (old === now) {
    return [];
  }
  return [old === "" ? `now ${now}` : now === "" ? `no longer ${old}` : `was ${old}, now ${now}`];
}

function ofDestinations(
  before: Answer,
  after: Answer,
): { danger: Danger; words: string } | undefined {
  if (isSameShares(before.destinations, after.destinations)) {
    return undefined;
  }
  if (servicesOf(before) !== servicesOf(after)) {
    return {
      danger: Danger.Rerouted,
      words: wasNow(before, after, (own) => mostWords(own, false)),
    };
  }
  const old = new Set(before.destinations.map(reachedKey));
  const stays = after.destinations.some((one) => old.has(reachedKey(one)));
  return stays
    ? { danger: Danger.Shifted, words: shiftWords(before.destinations, after.destinations) }
    : { danger: Danger.Rerouted, words: wasNow(before, after, (own) => mostWords(own, true)) };
}

/** Whether all of the requests end as the answer says. */
const isWhole = ({ lost, fault }: Answer): boolean =>
  lost === undefined && fault?.abort === undefined;

function ofRouted(before: Answer, after: Answer): Difference | undefined {
  const part = isWhole(before) && isWhole(after) ? undefined : ofParts(before, after);
  const reached = ofDestinations(before, after);
  const tuned = tunedDetails(before, after);
  const danger = part ?? reached?.danger ?? (tuned.length > 0 ? Danger.Tuned : undefined);
  if (danger === undefined) {
    return undefined;
  }
  const lost = lostChange(before, after);
  const own = reached ? [reached.words] : [];
  const told = (words: (details: readonly Detail[]) => string) =>
    [...lost, ...own, words(tuned)].filter((one) => one !== "").join("; ");
  return { danger, words: told(detailWords), key: told(detailKey) };
}

/** What is other in an answer; nothing where its client sees the same. */
export const differenceOf = (before: Answer, after: Answer): Difference | undefined =>
  before.outcome === Outcome.Routed && after.outcome === Outcome.Routed
    ? ofRouted(before, after)
    : ofEnds(before, after);
