import { type Answer, type Lost, Outcome, type Reached } from "./answer";
import type { Leaf } from "./leaf";
import type { Step } from "./trail";

const unique = <T>(all: readonly T[], keyOf: (one: T) => string = JSON.stringify): T[] =>
  all.length < 2 ? [...all] : [...new Map(all.map((one) => [keyOf(one), one])).values()];

// Most of what is joined: their keys are cheaper than JSON.
const stepKey = ({ kind, namespace, name, path }: Step): string =>
  `${kind} ${namespace} ${name} ${path}`;
const hopKey = ({ hop, mode }: Answer["tls"][number]): string => `${hop} ${mode}`;

/** Parts that are the same but for their share become one. */
function summed<T extends { readonly share: number }>(parts: readonly T[]): T[] {
  if (parts.length < 2) {
    return parts.map((part) => ({ ...part, share: rounded(part.share) }));
  }
  const byRest = new Map<string, T>();
  for (const part of parts) {
    const key = JSON.stringify({ ...part, share: 0 });
    byRest.set(key, { ...part, share: part.share + (byRest.get(key)?.share ?? 0) });
  }
  return [...byRest.values()].map((part) => ({ ...part, share: rounded(part.share) }));
}

/** Shares of thirds come to 100 again to this many places. */
const rounded = (share: number): number => Math.round(share * 1e6) / 1e6;

/** The largest part that reaches somebody, else the largest at all: it gives the answer its outcome. */
function leading(leaves: readonly Leaf[]): Leaf {
  const sums = new Map<Outcome, number>();
  for (const { outcome, share } of leaves) {
    sums.set(outcome, (sums.get(outcome) ?? 0) + share);
  }
  const reached = leaves.find(({ outcome }) => outcome === Outcome.Routed);
  const [most] = [...leaves].sort(
    (a, b) => (sums.get(b.outcome) ?? 0) - (sums.get(a.outcome) ?? 0),
  );
  const first = reached ?? most;
  if (first === undefined) {
    throw new Error("an answer without any way");
  }
  return first;
}

/** One answer of all the ways that a request may take. */
export function joined(leaves: readonly Leaf[]): Answer {
  const first = leading(leaves);
  const isLost = ({ outcome, status, reason }: Leaf) =>
    outcome !== first.outcome ||
    (outcome !== Outcome.Routed && (status !== first.status || reason !== first.reason));
  const destinations: Reached[] = leaves.flatMap(({ reached, share, outcome }) =>
    reached && outcome === Outcome.Routed ? [{ ...reached, share }] : [],
  );
  const lost: Lost[] = leaves
    .filter(isLost)
    .map(({ outcome, status, reason, share, deniedBy }) => ({
      outcome,
      ...(status !== undefined && { status }),
      ...(reason !== undefined && { reason }),
      share,
      ...(deniedBy && { deniedBy }),
    }));
  const wouldBeDeniedBy = unique(leaves.flatMap((leaf) => leaf.wouldBeDeniedBy));
  const assumed = unique(leaves.flatMap((leaf) => leaf.assumed));
  const connections = unique(leaves.flatMap((leaf) => leaf.connections));
  return {
    outcome: first.outcome,
    ...(first.status !== undefined && { status: first.status }),
    ...(first.reason !== undefined && { reason: first.reason }),
    destinations: summed(destinations),
    ...(lost.length > 0 && { lost: summed(lost) }),
    mirrors: summed(unique(leaves.flatMap(({ mirrors }) => mirrors))),
    ...(first.redirect && { redirect: first.redirect }),
    ...first.sending,
    tls: unique(
      leaves.flatMap(({ tls }) => tls),
      hopKey,
    ),
    ...(connections.length > 0 && { connections }),
    ...(first.deniedBy && { deniedBy: first.deniedBy }),
    ...(wouldBeDeniedBy.length > 0 && { wouldBeDeniedBy }),
    trail: unique(
      leaves.flatMap(({ trail }) => trail),
      stepKey,
    ),
    notModelled: unique(leaves.flatMap(({ notModelled }) => notModelled)),
    ...(assumed.length > 0 && { assumed }),
  };
}
