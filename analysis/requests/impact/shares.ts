import type { Answer, Reached } from "../answer";
import { percentWords, serviceWords } from "../answer-words";

/** What tells one who is reached from another; a workload is the same by whatever subset it is reached. */
export const reachedKey = ({ service, namespace, workload, version, port }: Reached): string =>
  `${service} ${namespace} ${port} ${workload ?? version}`;

/** Shares of all who are reached. */
function sharesOf(all: readonly Reached[]): ReadonlyMap<string, Reached> {
  const shares = new Map<string, Reached>();
  for (const one of all) {
    const key = reachedKey(one);
    shares.set(key, { ...one, share: one.share + (shares.get(key)?.share ?? 0) });
  }
  return shares;
}

/** Services of an answer, in words and in order. */
export const servicesOf = ({ destinations }: Answer): string =>
  [...new Set(destinations.map(serviceWords))].sort().join(", ");

const least = 0.001;

/** Whether the same are reached, each as often. */
export function isSameShares(before: readonly Reached[], after: readonly Reached[]): boolean {
  const [old, now] = [sharesOf(before), sharesOf(after)];
  return (
    old.size === now.size &&
    [...old].every(([key, { share }]) => Math.abs(share - (now.get(key)?.share ?? -1)) < least)
  );
}

const nameOf = ({ version, workload, service, port }: Reached): string =>
  version ?? workload ?? `${service ?? "an address"}:${port}`;

/** Shares that differ: `v1 80 → 50 %, v2 20 → 40 %`. */
export function shiftWords(before: readonly Reached[], after: readonly Reached[]): string {
  const [old, now] = [sharesOf(before), sharesOf(after)];
  const all = new Map([...old, ...now]);
  return [...all]
    .map(([key, one]) => ({
      name: nameOf(one),
      from: old.get(key)?.share ?? 0,
      to: now.get(key)?.share ?? 0,
    }))
    .filter(({ from, to }) => Math.abs(from - to) >= least)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, from, to }) => `${name} ${Math.round(from * 100) / 100} → ${percentWords(to)}`)
    .join(", ");
}
