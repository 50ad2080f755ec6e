import type {
  VirtualServiceHttpMatch,
  VirtualServiceStringMatch,
} from "../../../schemas/kinds/networking/virtual-service";
import type { HttpMatch, HttpRoute } from "./virtual-service-http";

type Texts = Readonly<Record<string, VirtualServiceStringMatch>>;

/** Whether what a delegate asks of a text lies outside of what its root asks; expressions are not compared. */
function textConflicts(
  root: VirtualServiceStringMatch | undefined,
  leaf: VirtualServiceStringMatch | undefined,
): boolean {
  if (root === undefined || leaf === undefined) {
    return false;
  }
  const says = ({ regex, prefix, exact }: VirtualServiceStringMatch) =>
    Boolean(regex || prefix || exact);
  if ((root.regex && says(leaf)) || (leaf.regex && says(root))) {
    return true;
  }
  if (root.exact) {
    return Boolean(leaf.prefix) || leaf.exact !== root.exact;
  }
  const begins = leaf.prefix || leaf.exact || "";
  return !(root.prefix && begins.startsWith(root.prefix));
}

const textsConflict = (root: Texts = {}, leaf: Texts = {}): boolean =>
  Object.entries(leaf).some(([name, match]) => textConflicts(root[name], match));

const textFields = ["uri", "scheme", "method", "authority"] as const;
const mapFields = ["headers", "withoutHeaders", "queryParams"] as const;

/** Whether a match of a delegate asks for what its root's match does not take. */
function conflicts(root: VirtualServiceHttpMatch, leaf: VirtualServiceHttpMatch): boolean {
  const { gateways: outer = [], sourceLabels: rootLabels = {} } = root;
  const { gateways: inner = [], sourceLabels: leafLabels = {} } = leaf;
  return (
    textFields.some((field) => textConflicts(root[field], leaf[field])) ||
    mapFields.some((field) => textsConflict(root[field], leaf[field])) ||
    (root.ignoreUriCase ?? false) !== (leaf.ignoreUriCase ?? false) ||
    Boolean(root.port && leaf.port && root.port !== leaf.port) ||
    Boolean(root.sourceNamespace && leaf.sourceNamespace !== root.sourceNamespace) ||
    Object.entries(leafLabels).some(([name, value]) => (rootLabels[name] ?? value) !== value) ||
    (outer.length > 0 &&
      (outer.length < inner.length || inner.some((name) => !outer.includes(name))))
  );
}

const both = <T>(root: Readonly<Record<string, T>> = {}, leaf: Readonly<Record<string, T>> = {}) =>
  Object.fromEntries([...Object.entries(root), ...Object.entries(leaf)]);

function mergedMatch(root: HttpMatch, leaf: HttpMatch): HttpMatch {
  const { spec: outer, at } = root;
  const { spec: inner } = leaf;
  const spec: VirtualServiceHttpMatch = {
    ...inner,
    headers: both(outer.headers, inner.headers),
    withoutHeaders: both(outer.withoutHeaders, inner.withoutHeaders),
    queryParams: both(outer.queryParams, inner.queryParams),
    sourceLabels: both(outer.sourceLabels, inner.sourceLabels),
  };
  for (const field of textFields) {
    const match = inner[field] ?? outer[field];
    if (match) {
      spec[field] = match;
    }
  }
  const port = inner.port || outer.port;
  const sourceNamespace = inner.sourceNamespace || outer.sourceNamespace;
  const gateways = inner.gateways?.length ? inner.gateways : outer.gateways;
  return {
    spec: {
      ...spec,
      ...(port && { port }),
      ...(sourceNamespace && { sourceNamespace }),
      ...(gateways && { gateways }),
    },
    at: leaf.at,
    root: { spec: outer, at, leaf: inner },
  };
}

/** The matches of both; nothing where a match of the delegate fits none of the root's, which ends its route. */
function mergedMatches(root: HttpRoute, leaf: HttpRoute): readonly HttpMatch[] | undefined {
  if (root.matches.length === 0) {
    return leaf.matches;
  }
  if (leaf.matches.length === 0) {
    return root.matches.map(({ spec, at }) => ({
      spec,
      at: leaf.at,
      root: { spec, at, leaf: {} },
    }));
  }
  const all = leaf.matches.map((own) =>
    root.matches
      .filter(({ spec }) => !conflicts(spec, own.spec))
      .map((outer) => mergedMatch(outer, own)),
  );
  return all.some((found) => found.length === 0) ? undefined : all.flat();
}

/** What a delegate takes of its root where it says nothing itself. */
const inherited = [
  "rewrite",
  "directResponse",
  "timeout",
  "retries",
  "fault",
  "mirror",
  "mirror_percent",
  "mirrorPercent",
  "mirrorPercentage",
  "corsPolicy",
  "headers",
] as const;

function merged(root: HttpRoute, leaf: HttpRoute): HttpRoute[] {
  const matches = mergedMatches(root, leaf);
  if (matches === undefined) {
    return [];
  }
  const taken = inherited.filter((field) => leaf.spec[field] === undefined);
  const own = leaf.spec.mirrors?.length ? leaf : root;
  return [
    {
      spec: {
        ...leaf.spec,
        ...Object.fromEntries(
          taken.flatMap((field) =>
            root.spec[field] === undefined ? [] : [[field, root.spec[field]]],
          ),
        ),
        mirrors: own.spec.mirrors ?? [],
      },
      matches,
      at: leaf.at,
      root: root.at,
      mirrorAt: leaf.spec.mirror === undefined ? root.at : leaf.at,
      mirrorsAt: own.at,
    },
  ];
}

/** A root's route that hands over to a delegate: the delegate's routes inside of what the root takes. */
export const handedOver = (root: HttpRoute, delegate: readonly HttpRoute[]): HttpRoute[] =>
  delegate.flatMap((leaf) => merged(root, leaf));
