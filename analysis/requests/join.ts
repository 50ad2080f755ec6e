import { type Answer, type Lost, Outcome, type Reached } from "./answer";
import type { End, Leaf } from "./leaf";
import { unique } from "./lists";
import type { Step } from "./trail";
import type { Way } from "./way";

// Most of what is joined: their keys are cheaper than JSON.
const stepKey = ({ kind, namespace, name, path }: Step): string =>
  `${kind} ${namespace} ${name} ${path}`;
const hopKey = ({ hop, mode }: Answer["tls"][number]): string => `${hop} ${mode}`;

const reachedKey = ({ service, namespace, workload, version, port }: Reached): string =>
  `${service} ${namespace} ${workload} ${version} ${port}`;
const lostKey = (part: Lost): string => JSON.stringify({ ...part, share: 0 });

/** Parts that are the same but for their share become one. */
function summed<T extends { readonly share: number }>(
  parts: readonly T[],
  keyOf: (part: T) => string,
): T[] {
  if (parts.length < 2) {
    return parts.map((part) => ({ ...part, share: rounded(part.share) }));
  }
  const byRest = new Map<string, { readonly part: T; share: number }>();
  for (const part of parts) {
    const key = keyOf(part);
    const known = byRest.get(key);
    if (known === undefined) {
      byRest.set(key, { part, share: part.share });
    } else {
      known.share += part.share;
    }
  }
  return [...byRest.values()].map(({ part, share }) => ({ ...part, share: rounded(share) }));
}

/** One part of all leaves together. */
function collected<T>(leaves: readonly Leaf[], of: (way: Way) => readonly T[]): readonly T[] {
  const [only] = leaves;
  return leaves.length === 1 && only ? of(only.way) : leaves.flatMap(({ way }) => of(way));
}

/** Shares of thirds come to 100 again to this many places. */
const rounded = (share: number): number => Math.round(share * 1e6) / 1e6;

/** The largest part that reaches somebody, else the largest at all: it gives the answer its outcome. */
function leading(leaves: readonly Leaf[]): Leaf {
  const reached = leaves.find(({ end }) => end.outcome === Outcome.Routed);
  if (reached !== undefined) {
    return reached;
  }
  const sums = new Map<Outcome, number>();
  for (const { way, end } of leaves) {
    sums.set(end.outcome, (sums.get(end.outcome) ?? 0) + way.share);
  }
  const sumOf = ({ end }: Leaf) => sums.get(end.outcome) ?? 0;
  const [most] = [...leaves].sort((a, b) => sumOf(b) - sumOf(a));
  if (most === undefined) {
    throw new Error("an answer without any way");
  }
  return most;
}

/** The parts that do not end as the answer says. */
const lostOf = (leaves: readonly Leaf[], first: End): Lost[] =>
  leaves
    .filter(
      ({ end: { outcome, status, reason } }) =>
        outcome !== first.outcome ||
        (outcome !== Outcome.Routed && (status !== first.status || reason !== first.reason)),
    )
    .map(({ way: { share }, end: { outcome, status, reason, deniedBy } }) => ({
      outcome,
      ...(status !== undefined && { status }),
      ...(reason !== undefined && { reason }),
      share,
      ...(deniedBy && { deniedBy }),
    }));

/** One answer of all the ways that a request may take. */
export function joined(leaves: readonly Leaf[]): Answer {
  const { way, end } = leading(leaves);
  const destinations: Reached[] = leaves.flatMap(({ way: { share }, end: { reached, outcome } }) =>
    reached && outcome === Outcome.Routed ? [{ ...reached, share }] : [],
  );
  const lost = lostOf(leaves, end);
  const wouldBeDeniedBy = unique(collected(leaves, (one) => one.wouldBeDeniedBy));
  const assumed = unique(collected(leaves, (one) => one.assumed));
  const connections = unique(collected(leaves, (one) => one.connections));
  return {
    outcome: end.outcome,
    ...(end.status !== undefined && { status: end.status }),
    ...(end.reason !== undefined && { reason: end.reason }),
    destinations: summed(destinations, reachedKey),
    ...(lost.length > 0 && { lost: summed(lost, lostKey) }),
    mirrors: summed(unique(collected(leaves, ({ mirrors }) => mirrors)), reachedKey),
    ...(end.redirect && { redirect: end.redirect }),
    ...way.sending,
    tls: unique(
      collected(leaves, ({ tls }) => tls),
      hopKey,
    ),
    ...(connections.length > 0 && { connections }),
    ...(end.deniedBy && { deniedBy: end.deniedBy }),
    ...(wouldBeDeniedBy.length > 0 && { wouldBeDeniedBy }),
    trail: unique(
      collected(leaves, ({ trail }) => trail),
      stepKey,
    ),
    notModelled: unique(collected(leaves, ({ notModelled }) => notModelled)),
    ...(assumed.length > 0 && { assumed }),
  };
}
