import type { HTTPRouteSpec } from "../../../schemas/kinds/gateway/http-route";
import type {
  VirtualServiceSpec,
  VirtualServiceStringMatch,
} from "../../../schemas/kinds/networking/virtual-service";

/** How a match compares a value with what a request has. */
type Comparison = "exact" | "prefix" | "regex";

/** A value of a route's match. */
export interface MatchValue {
  readonly of: "path" | "host" | "method" | "header";
  readonly how: Comparison;
  readonly value: string;
  /** Name of the header. */
  readonly name?: string;
  readonly path: string;
}

function* stringMatch(
  of: MatchValue["of"],
  match: VirtualServiceStringMatch | undefined,
  path: string,
  name?: string,
): Iterable<MatchValue> {
  for (const how of ["exact", "prefix", "regex"] as const) {
    const value = match?.[how];
    if (value !== undefined) {
      yield { of, how, value, path: `${path}.${how}`, ...(name !== undefined && { name }) };
    }
  }
}

const field = (name: string): string => `[${JSON.stringify(name)}]`;

/** Values that matches of a VirtualService's HTTP routes compare. */
export function* valuesOfVirtualService({ http = [] }: VirtualServiceSpec): Iterable<MatchValue> {
  for (const [i, { match = [] }] of http.entries()) {
    for (const [
      j,
      { uri, authority, method, headers = {}, withoutHeaders = {} },
    ] of match.entries()) {
      const path = `spec.http[${i}].match[${j}]`;
      yield* stringMatch("path", uri, `${path}.uri`);
      yield* stringMatch("host", authority, `${path}.authority`);
      yield* stringMatch("method", method, `${path}.method`);
      for (const [name, value] of Object.entries(headers)) {
        yield* stringMatch("header", value, `${path}.headers${field(name)}`, name);
      }
      for (const [name, value] of Object.entries(withoutHeaders)) {
        yield* stringMatch("header", value, `${path}.withoutHeaders${field(name)}`, name);
      }
    }
  }
}

const comparisons = { Exact: "exact", PathPrefix: "prefix", RegularExpression: "regex" } as const;

/** Values that matches of an HTTPRoute compare. */
export function* valuesOfHttpRoute({ rules = [] }: HTTPRouteSpec): Iterable<MatchValue> {
  for (const [i, { matches = [] }] of rules.entries()) {
    for (const [j, { path, headers = [] }] of matches.entries()) {
      const at = `spec.rules[${i}].matches[${j}]`;
      if (path?.value !== undefined) {
        const how = comparisons[path.type ?? "PathPrefix"];
        yield { of: "path", how, value: path.value, path: `${at}.path.value` };
      }
      for (const [k, { name, type = "Exact", value }] of headers.entries()) {
        const how = comparisons[type];
        yield { of: "header", how, value, name, path: `${at}.headers[${k}].value` };
      }
    }
  }
}
