import type { Finding } from "../finding";
import { entries, field, isBlank, isUnknown, type Place } from "./primitives/place";
import { coveredFindings } from "./virtual-service-covered";
import { matchKey } from "./virtual-service-match-key";
import { ineffective, unreachable } from "./virtual-service-unused-finding";

/** Rules and matches of one list that no request reaches, as those before them take all. */
export function unusedFindings(routes: Place): Finding[] {
  const known = entries(routes).filter(
    (route) => !isUnknown(route) && !isUnknown(field(route, "match")),
  );
  const open = known.findIndex((route) => isBlank(field(route, "match")));
  const reached = open < 0 ? known : known.slice(0, open);
  return [...(open < 0 ? [] : behindOpenRules(known, open)), ...repeatedFindings(reached)];
}

function behindOpenRules(routes: readonly Place[], first: number): Finding[] {
  const reason = `is never reached: ${routes[first]?.path} has no match and takes all`;
  return routes.slice(first + 1).flatMap((route) => {
    const matches = entries(field(route, "match"));
    return (matches.length === 0 ? [route] : matches).map((place) => unreachable(place, reason));
  });
}

function repeatedFindings(routes: readonly Place[]): Finding[] {
  const encountered = new Map<string, Place>();
  const found = routes.flatMap((route) => {
    const matches = entries(field(route, "match"));
    const repeated = matches.flatMap((match) => {
      const key = matchKey(match.value);
      const earlier = key === undefined ? undefined : encountered.get(key);
      if (key !== undefined && earlier === undefined) {
        encountered.set(key, match);
      }
      return earlier === undefined
        ? []
        : [ineffective(match, `is never reached: ${earlier.path} matches the same`)];
    });
    return repeated.length > 0 && repeated.length === matches.length
      ? [...repeated, unreachable(route, "is never reached: earlier matches take all of it")]
      : repeated;
  });
  return [...found, ...coveredFindings([...encountered.values()])];
}
