import type {
  VirtualServiceHttp,
  VirtualServiceHttpMatch,
} from "../../../schemas/kinds/networking/virtual-service";
import { check, type Found } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

/** What each rule is for apart from the path: conditions that are the same for all of a proxy's requests. */
const placeOf = ({ gateways, port, sourceLabels, sourceNamespace }: VirtualServiceHttpMatch) =>
  JSON.stringify([
    gateways ?? [],
    port ?? 0,
    Object.entries(sourceLabels ?? {}).sort(),
    sourceNamespace ?? "",
  ]);
const everywhere = placeOf({});

const keyOf = (prefix: string, place: string): string => `${prefix} ${place}`;

/** Whether nothing but the path and the place counts, which `name` and `statPrefix` are no part of. */
const isByPath = (match: VirtualServiceHttpMatch): boolean =>
  [
    "authority",
    "headers",
    "ignoreUriCase",
    "method",
    "queryParams",
    "scheme",
    "withoutHeaders",
  ].every((field) => !(field in match));

const everything = new Set([".*", "/.*"]);

/** The beginning that all paths of a match by nothing but the path have. */
const prefixOf = ({ uri }: VirtualServiceHttpMatch): string | undefined =>
  uri?.prefix ?? (uri?.regex !== undefined && everything.has(uri.regex) ? "/" : undefined);

const headers = ["headers", "queryParams", "withoutHeaders"] as const;

/** Text of which every beginning takes all requests of a match. Those of istioctl's IST0131 are left to it. */
function takenBy(match: VirtualServiceHttpMatch): string | undefined {
  const { exact, prefix } = match.uri ?? {};
  if (match.ignoreUriCase === true) {
    return undefined;
  }
  if (prefix !== undefined) {
    return headers.some((field) => Object.keys(match[field] ?? {}).length > 0) ? prefix : undefined;
  }
  return exact ?? "/";
}

function earlierOf(
  match: VirtualServiceHttpMatch,
  seen: ReadonlyMap<string, string>,
): { prefix: string; at: string } | undefined {
  const taken = takenBy(match) ?? "";
  for (let end = 1; end <= taken.length; end++) {
    const prefix = taken.slice(0, end);
    const at = seen.get(keyOf(prefix, everywhere)) ?? seen.get(keyOf(prefix, placeOf(match)));
    if (at !== undefined) {
      return { prefix, at };
    }
  }
  return undefined;
}

/** What later rules find of one: its prefixes, and where they stand. Who is handed a request may have no rule for it. */
function remember(
  { match = [], delegate }: VirtualServiceHttp,
  i: number,
  seen: Map<string, string>,
): void {
  for (const [j, one] of delegate === undefined ? match.entries() : []) {
    const prefix = isByPath(one) ? prefixOf(one) : undefined;
    const key = keyOf(prefix ?? "", placeOf(one));
    if (prefix !== undefined && !seen.has(key)) {
      seen.set(key, `spec.http[${i}].match[${j}]`);
    }
  }
}

/** Matches of a list of rules that an earlier rule's prefix takes the requests of. */
function* behindPrefixes(rules: readonly VirtualServiceHttp[]): Iterable<Found> {
  const seen = new Map<string, string>();
  const open = rules.findIndex(({ match = [] }) => match.length === 0);
  for (const [i, rule] of (open < 0 ? rules : rules.slice(0, open)).entries()) {
    for (const [j, one] of (rule.match ?? []).entries()) {
      const earlier = earlierOf(one, seen);
      if (earlier !== undefined) {
        yield {
          path: `spec.http[${i}].match[${j}]`,
          message: `gets no request: the prefix ${quoted(earlier.prefix)} of ${earlier.at} takes them before`,
        };
      }
    }
    remember(rule, i, seen);
  }
}

const services = `---
apiVersion: v1
kind: Service
metadata: {name: pages, namespace: paper}
spec: {ports: [{port: 8000, name: http}], selector: {app: pages}}
---
apiVersion: v1
kind: Service
metadata: {name: letters, namespace: paper}
spec: {ports: [{port: 8001, name: http}], selector: {app: letters}}
`;

/** A match that an earlier, wider prefix leaves no request for. */
export const matchBehindPrefix = check({
  id: "match-behind-prefix",
  code: "MESH0150",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A match stands behind a rule whose prefix takes all of its requests.",
  why: "The first rule that fits is followed, whichever is the closer one: requests of this match go where the wider prefix leads.",
  fix: "Put the rule with the narrower match first.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: paper, namespace: paper}
spec:
  hosts: [pages]
  http:
  - match: [{uri: {prefix: /}}]
    route: [{destination: {host: pages}}]
  - match:
    - uri: {exact: /letters} # found
    route: [{destination: {host: letters}}]
${services}`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: paper, namespace: paper}
spec:
  hosts: [pages]
  http:
  - match: [{uri: {exact: /letters}}]
    route: [{destination: {host: letters}}]
  - match: [{uri: {prefix: /}}]
    route: [{destination: {host: pages}}]
${services}`,
  *run({ spec }) {
    yield* behindPrefixes(spec.http ?? []);
  },
});
