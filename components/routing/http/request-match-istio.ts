import { given } from "../../../arguments/fields";
import { whenKnown } from "../../../arguments/when-known";
import { withoutSlash, withSlash } from "../../../values/path";
import type {
  VirtualServiceHttpMatch,
  VirtualServiceStringMatch,
} from "../../resources/networking/virtual-service";
import type { PathMatch, RequestMatch, ValueMatch } from "./request-match-args";
import { headersOf } from "./request-match-text";

/** An empty condition is one for presence. */
const stringMatch = ({ exact, prefix, regex }: Omit<ValueMatch, "name">) =>
  given({ exact, prefix, regex }) as VirtualServiceStringMatch;

function byName(
  matches: readonly ValueMatch[] | undefined,
): Record<string, VirtualServiceStringMatch> | undefined {
  return matches && matches.length > 0
    ? Object.fromEntries(matches.map((match) => [match.name, stringMatch(match)]))
    : undefined;
}

/**
 * A prefix goes by letters in a VirtualService and by whole elements in an HTTPRoute. Two conditions
 * say the latter: the element itself, and all below it.
 */
function uris(path: PathMatch | undefined): (VirtualServiceStringMatch | undefined)[] {
  if (path?.prefix === undefined || path.prefix === "/") {
    return [path && stringMatch(path)];
  }
  return [
    { exact: whenKnown([path.prefix], withoutSlash) },
    { prefix: whenKnown([path.prefix], withSlash) },
  ];
}

/** One `match` of a VirtualService's route, or two: one of them has to fit. */
export function istioMatches(match: RequestMatch): VirtualServiceHttpMatch[] {
  const { path, method, queryParams, withoutHeaders, authority } = match;
  const { sourceLabels, sourceNamespace, port } = match;
  return uris(path).map((uri) =>
    given({
      uri,
      ignoreUriCase: path?.ignoreCase,
      method: method === undefined ? undefined : { exact: method },
      headers: byName(headersOf(match)),
      withoutHeaders: byName(withoutHeaders),
      queryParams: byName(queryParams),
      authority: authority === undefined ? undefined : { exact: authority },
      sourceLabels,
      sourceNamespace,
      port,
    }),
  );
}
