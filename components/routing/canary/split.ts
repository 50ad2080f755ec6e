import type * as pulumi from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { dnsLabel, integer, type Test } from "../../../arguments/predicates";
import { checkUnique } from "../../../arguments/unique";
import { isKnown, whenKnown } from "../../../arguments/when-known";

/** Share of one version. */
export interface VersionWeight {
  /** Version, as DestinationRules name the subset, e.g. `v2`. */
  name: string;
  /** Percent of the requests, a whole number; 0 keeps the version listed and sends it nothing. */
  weight: pulumi.Input<number>;
}

const percent = integer(0, 100);

/**
 * Istio would take any sum as proportions; the others of the team read the numbers as percent, so
 * 80 and 10 is far more often a slip than 89 and 11.
 */
export const sumsToHundred =
  (names: readonly string[]): Test<number[]> =>
  (weights) => {
    if (weights.some(percent)) {
      return undefined;
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const listed = weights.map((weight, i) => `${names[i]} ${weight}`).join(", ");
    return sum === 100
      ? undefined
      : `weights add up to ${sum} (${listed}); they must add up to 100`;
  };

/** Checks names and weights; returns the versions with weights that are safe to use. */
export function checkSplit<V extends VersionWeight>(
  check: ArgumentCheck,
  path: string,
  versions: readonly V[],
): V[] {
  if (versions.length === 0) {
    check.fail(path, "is empty; name at least one version");
    return [];
  }
  const names = versions.map(({ name }) => name);
  names.forEach((name, i) => {
    check.plain(`${path}[${i}].name`, name, dnsLabel);
  });
  checkUnique(check, names, (i) => `${path}[${i}].name`);
  const weights = checkWeights(
    check,
    path,
    names,
    versions.map(({ weight }) => weight),
  );
  return versions.map((version, i) => ({ ...version, weight: weights[i] ?? version.weight }));
}

/** Checks weights one by one and together; returns them so that they are safe to use. */
export function checkWeights(
  check: ArgumentCheck,
  path: string,
  names: readonly string[],
  weights: readonly pulumi.Input<number>[],
): pulumi.Input<number>[] {
  const each = weights.map((weight, i) => check.input(`${path}[${i}].weight`, weight, percent));
  const all = check.input(
    path,
    whenKnown(each, (...known: number[]) => known),
    sumsToHundred(names),
  );
  return weights.map((_, i) =>
    isKnown(all) ? (all[i] as number) : output(all).apply((known) => known[i] as number),
  );
}
