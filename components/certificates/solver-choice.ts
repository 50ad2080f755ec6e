import { shown } from "../../arguments/shown";
import type { IssuerFact, SolverFact } from "../program/facts/certificate-facts";

const anyName = "*.";

const labelsOf = (name: string): number => name.split(".").length;

/** How closely the zones of a solver fit a name; undefined where they do not, 0 for all names. */
function closeness({ zones }: SolverFact, name: string): number | undefined {
  const covering = zones?.filter((zone) => name === zone || name.endsWith(`.${zone}`));
  return covering?.length === 0 ? undefined : Math.max(0, ...(covering ?? []).map(labelsOf));
}

/**
 * The solver by which cert-manager proves a name: the one with the most specific zone, and of those with
 * the same the first. A wildcard is proved by DNS alone. `"later"` while the zones of one arrive later.
 */
export function provingSolver(
  { solvers = [] }: Pick<IssuerFact, "solvers">,
  dnsName: string,
): SolverFact | "later" | undefined {
  const isWildcard = dnsName.startsWith(anyName);
  const name = dnsName.slice(isWildcard ? anyName.length : 0).toLowerCase();
  const able = solvers.filter(({ by }) => !isWildcard || by === "dns");
  if (able.some(({ zonesArriveLater }) => zonesArriveLater)) {
    return "later";
  }
  const fitting = able
    .map((solver) => ({ solver, fits: closeness(solver, name) }))
    .filter(({ fits }) => fits !== undefined)
    .sort((a, b) => (b.fits ?? 0) - (a.fits ?? 0));
  return fitting[0]?.solver;
}

/** Why an ACME server never gets a name proved, or nothing. */
export function unproved(issuer: IssuerFact, dnsName: string): string | undefined {
  if (issuer.signs !== "acme" || provingSolver(issuer, dnsName) !== undefined) {
    return undefined;
  }
  const { owner } = issuer;
  const missing = dnsName.startsWith(anyName)
    ? `is proved by DNS alone, and no solver of ${owner} has dns01 for it`
    : `is in the dnsZones of no solver of ${owner}`;
  return `${shown(dnsName)} ${missing}: the certificate is never issued; add a solver for it to acme.solvers there`;
}
