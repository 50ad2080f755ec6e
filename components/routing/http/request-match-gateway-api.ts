import { given } from "../../../arguments/fields";
import type {
  HTTPRouteRuleMatch,
  HTTPRouteRuleMatchHeader,
  HTTPRouteRuleMatchPath,
} from "../../resources/gateway/http-route";
import type { PathMatch, RequestMatch, ValueMatch } from "./request-match-args";
import { beginningWith, headersOf } from "./request-match-text";

function pathOf({ exact, prefix, regex }: PathMatch): HTTPRouteRuleMatchPath {
  return exact !== undefined
    ? { type: "Exact", value: exact }
    : prefix !== undefined
      ? { type: "PathPrefix", value: prefix }
      : { type: "RegularExpression", value: regex };
}

/** HTTPRoute knows neither prefixes nor mere presence; expressions say both. */
function namedValue({ name, exact, prefix, regex }: ValueMatch): HTTPRouteRuleMatchHeader {
  return exact !== undefined
    ? { name, type: "Exact", value: exact }
    : { name, type: "RegularExpression", value: regex ?? beginningWith(prefix) };
}

const valuesOf = (matches: readonly ValueMatch[] = []) =>
  matches.length > 0 ? matches.map(namedValue) : undefined;

/** One of the `matches` of an HTTPRoute's rule. */
export function gatewayApiMatch(match: RequestMatch): HTTPRouteRuleMatch {
  return given({
    path: match.path && pathOf(match.path),
    method: match.method,
    headers: valuesOf(headersOf(match)),
    queryParams: valuesOf(match.queryParams),
  });
}
