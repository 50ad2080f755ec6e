import { Danger } from "../../../analysis/requests/impact/change";
import type { End, Seen, Standing } from "./client-sees";

/** How grave it is that a client sees something else, told from what it sees alone. */

const least = 0.001;

const shareOf = ({ ends }: Seen, standing: Standing): number =>
  ends.filter((one) => one.standing === standing).reduce((sum, { share }) => sum + share, 0);

/** Shares by who answers, or by what becomes of it. */
function sharesOf(ends: readonly End[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { standing, service, what, share } of ends) {
    // Of failures a client sees the status where somebody answers, and of who refuses nothing.
    const [status = "500"] = /\d{3}$/.exec(what) ?? [];
    const failed = status < "500" ? status : "nobody";
    const seen = standing === "failed" ? failed : what;
    const key = standing === "served" ? `${service} ${what}` : seen;
    shares.set(key, (shares.get(key) ?? 0) + share);
  }
  return shares;
}

function areSame(before: readonly End[], after: readonly End[]): boolean {
  const [old, now] = [sharesOf(before), sharesOf(after)];
  return (
    old.size === now.size &&
    [...old].every(([key, share]) => Math.abs(share - (now.get(key) ?? -1)) < least)
  );
}

const served = ({ ends }: Seen): End[] => ends.filter(({ standing }) => standing === "served");
const unserved = ({ ends }: Seen): End[] => ends.filter(({ standing }) => standing !== "served");

const servicesOf = (seen: Seen): string =>
  [...new Set(served(seen).map(({ service, what }) => service ?? what))].sort().join();

/** Whether anybody is served. */
export const isServed = (seen: Seen): boolean => shareOf(seen, "served") > least;

/** How grave a difference is; undefined where there is none. */
export function seenDanger(before: Seen, after: Seen): Danger | undefined {
  if (areSame(before.ends, after.ends)) {
    const isSame = before.sending === after.sending || shareOf(after, "served") < least;
    return isSame ? undefined : Danger.Tuned;
  }
  const more = (standing: Standing) => shareOf(after, standing) - shareOf(before, standing);
  if (more("served") < -least) {
    return more("failed") > least ? Danger.Outage : Danger.Lockout;
  }
  if (more("served") > least) {
    return more("refused") < -least ? Danger.Exposure : Danger.Rerouted;
  }
  const areOther =
    servicesOf(before) !== servicesOf(after) || !areSame(unserved(before), unserved(after));
  if (areOther) {
    return Danger.Rerouted;
  }
  const old = new Set(served(before).map(({ what }) => what));
  return served(after).some(({ what }) => old.has(what)) ? Danger.Shifted : Danger.Rerouted;
}
