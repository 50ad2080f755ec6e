import type { Finding } from "../finding";
import { field, type Place, pairs, text } from "./primitives/place";
import { ineffective } from "./virtual-service-unused-finding";

/** What istiod compares of a match by a prefix of the URI. */
interface PrefixMatch {
  place: Place;
  prefix: string;
  port: unknown;
  method: string;
  authority: string;
  maps: Map<string, string>[];
}

/** A text match as one text; empty for regular expressions, which are not compared. */
function condition(match: Place): string {
  const exact = text(field(match, "exact"));
  const prefix = text(field(match, "prefix"));
  return exact ? `exact:${exact}` : prefix ? `prefix:${prefix}` : "";
}

const conditions = (map: Place): Map<string, string> =>
  new Map(pairs(map).map(([name, match]) => [name, condition(match)]));

function prefixMatch(place: Place): PrefixMatch[] {
  const prefix = text(field(field(place, "uri"), "prefix"));
  return prefix
    ? [
        {
          place,
          prefix,
          port: field(place, "port").value ?? 0,
          method: condition(field(place, "method")) || "exact:GET",
          authority: condition(field(place, "authority")),
          maps: ["headers", "queryParams", "withoutHeaders"].map((name) =>
            conditions(field(place, name)),
          ),
        },
      ]
    : [];
}

/** Whether the conditions of the earlier map begin with those of the later, key by key. */
const mapCovers = (earlier: Map<string, string>, later: Map<string, string>): boolean =>
  earlier.size === later.size &&
  [...earlier].every(([name, value]) => {
    const other = later.get(name);
    return other !== undefined && value.startsWith(other);
  });

/** As istiod judges it, which compares methods, headers and the like by their beginnings. */
const covers = (earlier: PrefixMatch, later: PrefixMatch): boolean =>
  later.prefix.startsWith(earlier.prefix) &&
  later.prefix !== earlier.prefix &&
  later.port === earlier.port &&
  earlier.method.startsWith(later.method) &&
  earlier.authority.startsWith(later.authority) &&
  earlier.maps.every((map, i) => mapCovers(map, later.maps[i] ?? new Map()));

/** Matches by a prefix that an earlier, shorter prefix takes the requests of. */
export function coveredFindings(matches: readonly Place[]): Finding[] {
  const byPrefix = matches.flatMap(prefixMatch);
  return byPrefix.flatMap((earlier, i) =>
    byPrefix
      .slice(i + 1)
      .filter((later) => covers(earlier, later))
      .map((later) =>
        ineffective(
          later.place,
          `prefix "${earlier.prefix}" of ${earlier.place.path} takes its requests before`,
        ),
      ),
  );
}
