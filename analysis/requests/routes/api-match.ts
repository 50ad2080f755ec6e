import type { GRPCRouteRuleMatch } from "../../../schemas/kinds/gateway/grpc-route";
import type { HTTPRouteRuleMatch } from "../../../schemas/kinds/gateway/http-route";
import { withoutLastSlash } from "../../../values/path";
import type { Declared } from "../../mesh/declared-set";
import type { Conditions, NamedMatch, PathMatch, TextMatch } from "../route";
import { stepOf } from "../trail";

/** A match of a rule, and what decides which of several is asked first. */
export interface ApiMatch {
  readonly conditions: Conditions;
  /** Larger ones first, from the first number on; undefined where a rule takes all. */
  readonly rank: readonly number[] | undefined;
}

/** A rule without a match. */
export const takesAll: ApiMatch = {
  conditions: { headers: [], query: [], claims: [] },
  rank: undefined,
};

interface NamedValue {
  readonly name: string;
  readonly type?: "Exact" | "RegularExpression";
  readonly value: string;
}

const textMatch = ({ type, value }: NamedValue): TextMatch => {
  if (type === "RegularExpression") {
    // As Istio has it everywhere, this is no expression but stands for whatever is there.
    return value === "*" ? { kind: "present" } : { kind: "regex", value };
  }
  return { kind: "exact", value };
};

const named = (
  all: readonly NamedValue[] = [],
  route: Declared,
  path: string,
  nameOf: (name: string) => string,
): NamedMatch[] =>
  all.map((one, i) => ({
    name: nameOf(one.name),
    match: textMatch(one),
    step: stepOf(route, `${path}[${i}]`),
  }));

const lower = (name: string): string => name.toLowerCase();
const same = (name: string): string => name;

const kindRank: Readonly<Record<PathMatch["kind"], number>> = {
  exact: 3,
  prefix: 2,
  pathPrefix: 2,
  regex: 1,
};

function httpPath({ type, value = "/" }: NonNullable<HTTPRouteRuleMatch["path"]>): PathMatch {
  switch (type) {
    case "Exact":
      return { kind: "exact", value };
    case "RegularExpression":
      return { kind: "regex", value };
    default:
      return value === "/"
        ? { kind: "prefix", value }
        : { kind: "pathPrefix", value: withoutLastSlash(value) };
  }
}

/** What a match of an HTTPRoute asks for. */
export function httpMatch(match: HTTPRouteRuleMatch, route: Declared, at: string): ApiMatch {
  const { path: written = {}, method } = match;
  const path = httpPath(written);
  const headers = named(match.headers, route, `${at}.headers`, lower);
  const query = named(match.queryParams, route, `${at}.queryParams`, same);
  const ofMethod: NamedMatch[] = method
    ? [
        {
          name: ":method",
          match: { kind: "exact", value: method },
          step: stepOf(route, `${at}.method`),
        },
      ]
    : [];
  return {
    conditions: { path, headers: [...headers, ...ofMethod], query, claims: [] },
    rank: [kindRank[path.kind], lengthOf(path), ofMethod.length, headers.length, query.length],
  };
}

const lengthOf = ({ value }: PathMatch): number => value.length;

/** A method of gRPC as the path that it is. */
function grpcPath({
  type = "Exact",
  service,
  method,
}: NonNullable<GRPCRouteRuleMatch["method"]>): PathMatch {
  const anyService = "[^/]+";
  if (service !== undefined && type === "Exact") {
    return method === undefined
      ? { kind: "pathPrefix", value: `/${service}` }
      : { kind: "exact", value: `/${service}/${method}` };
  }
  return { kind: "regex", value: `/${service ?? anyService}/${method ?? ".+"}` };
}

/** What a match of a GRPCRoute asks for. */
export function grpcMatch(match: GRPCRouteRuleMatch, route: Declared, at: string): ApiMatch {
  const path = match.method && grpcPath(match.method);
  const headers = named(match.headers, route, `${at}.headers`, lower);
  // The slash at the end of a service's prefix counts where prefixes are compared by length.
  const slash = path?.kind === "pathPrefix" ? 1 : 0;
  return {
    conditions: { ...(path && { path }), headers, query: [], claims: [] },
    rank: [
      path ? kindRank[path.kind] : -1,
      path ? lengthOf(path) + slash : 0,
      0,
      headers.length,
      0,
    ],
  };
}

/** Order in which matches are asked: negative where one comes before the other. */
export function byRank({ rank: one }: ApiMatch, { rank: other }: ApiMatch): number {
  if (one === undefined || other === undefined) {
    return Number(one === undefined) - Number(other === undefined);
  }
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
}
