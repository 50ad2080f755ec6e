import { siteOf } from "../../../values/request-url";
import { type Answer, Outcome } from "../answer";
import { endWords, percentWords, policyWords, serviceWords } from "../answer-words";
import type { Detail } from "../sending-words";
import { Danger } from "./change";
import { shareOf, standingOf } from "./served";
import { isSameShares, reachedKey, servicesOf, shiftWords } from "./shares";
import { detailKey, detailWords, tunedDetails } from "./tuned";

/** What is other in an answer. */
export interface Difference {
  readonly danger: Danger;
  readonly words: string;
  /** The same for requests whose answers differ in the same way. */
  readonly key: string;
}

const isNearly = (one: number, other: number): boolean => Math.abs(one - other) < 0.001;

/** Who answers, or what becomes of it, in few words: `webapp.shop:80`, `404`. */
function whoWords(answer: Answer, withVersions: boolean): string {
  const { outcome, status, redirect, deniedBy, destinations } = answer;
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
      return `denied${status === undefined ? "" : ` (${status})`}${deniedBy ? ` by ${policyWords(deniedBy)}` : ""}`;
    case Outcome.TlsRefused:
    case Outcome.Reset:
      return endWords(answer);
    default:
      return status === undefined ? endWords(answer) : `${status}`;
  }
}

const wasNow = (before: Answer, after: Answer, withVersions = false): string =>
  `was ${whoWords(before, withVersions)}, now ${whoWords(after, withVersions)}`;

/** An answer without the path that a redirect leads to, which hangs on the request's own. */
const siteOnly = (answer: Answer): Answer =>
  answer.redirect === undefined
    ? answer
    : {
        ...answer,
        redirect: { ...answer.redirect, location: siteOf(answer.redirect.location) },
      };

/** By whom a request is refused, where a redirect leads, and why there is a status, is no other answer in kind. */
function ofEnds(before: Answer, after: Answer): Difference | undefined {
  const [old, now] = [standingOf(before), standingOf(after)];
  const areFailures = old === "failed" && now === "failed" && before.status !== undefined;
  const isSame =
    (areFailures || before.outcome === after.outcome) &&
    before.status === after.status &&
    before.redirect?.location === after.redirect?.location;
  if (isSame) {
    return undefined;
  }
  const danger =
    old === "served" && now !== "served"
      ? now === "failed"
        ? Danger.Outage
        : Danger.Lockout
      : old === "refused" && now === "served"
        ? Danger.Exposure
        : Danger.Rerouted;
  return { danger, words: wasNow(before, after), key: wasNow(siteOnly(before), siteOnly(after)) };
}

/** What became of a part of the requests: gravest first. */
function ofParts(before: Answer, after: Answer): Danger | undefined {
  const more = (standing: "refused" | "failed" | "served") =>
    shareOf(after, standing) - shareOf(before, standing);
  if (more("failed") > 0.001) {
    return Danger.Outage;
  }
  if (more("refused") < -0.001 && more("served") > 0.001) {
    return Danger.Exposure;
  }
  if (more("refused") > 0.001) {
    return Danger.Lockout;
  }
  return isNearly(more("served"), 0) ? undefined : Danger.Rerouted;
}

const lostWords = ({ lost = [] }: Answer): string =>
  lost.length === 0
    ? "none"
    : lost.map((one) => `${percentWords(one.share)} ${endWords(one)}`).join(", ");

function ofDestinations(
  before: Answer,
  after: Answer,
): { danger: Danger; words: string } | undefined {
  if (isSameShares(before.destinations, after.destinations)) {
    return undefined;
  }
  if (servicesOf(before) !== servicesOf(after)) {
    return { danger: Danger.Rerouted, words: wasNow(before, after) };
  }
  const old = new Set(before.destinations.map(reachedKey));
  const stays = after.destinations.some((one) => old.has(reachedKey(one)));
  return stays
    ? { danger: Danger.Shifted, words: shiftWords(before.destinations, after.destinations) }
    : { danger: Danger.Rerouted, words: wasNow(before, after, true) };
}

function ofRouted(before: Answer, after: Answer): Difference | undefined {
  const part = ofParts(before, after);
  const reached = ofDestinations(before, after);
  const tuned = tunedDetails(before, after);
  const danger = part ?? reached?.danger ?? (tuned.length > 0 ? Danger.Tuned : undefined);
  if (danger === undefined) {
    return undefined;
  }
  const [old, now] = [lostWords(before), lostWords(after)];
  const lost: Detail[] = old === now ? [] : [["lost", `${old} → ${now}`]];
  const own = reached ? [reached.words] : [];
  const told = (words: (details: readonly Detail[]) => string) =>
    [...own, words([...lost, ...tuned])].filter((one) => one !== "").join("; ");
  return { danger, words: told(detailWords), key: told(detailKey) };
}

/** What is other in an answer; nothing where its client sees the same. */
export const differenceOf = (before: Answer, after: Answer): Difference | undefined =>
  before.outcome === Outcome.Routed && after.outcome === Outcome.Routed
    ? ofRouted(before, after)
    : ofEnds(before, after);
