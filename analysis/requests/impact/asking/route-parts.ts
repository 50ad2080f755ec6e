import { fitsPath, fitsText } from "../../conditions";
import type { ClaimMatch, Conditions, NamedMatch, PathMatch, TextMatch } from "../../route";
import { isHost, isMethod, type Part, type Target, turned, type Wish } from "./part";
import { pathValues, textValues, type Values } from "./text-values";

/** What a text has to be, in words: `/cart`, `/cart…`. */
function matchWords(match: TextMatch | PathMatch): string {
  switch (match.kind) {
    case "present":
      return "any";
    case "exact":
      return match.value;
    case "prefix":
    case "pathPrefix":
      return `${match.value}…`;
    case "suffix":
      return `…${match.value}`;
    case "contains":
      return `…${match.value}…`;
    case "regex":
      return `like ${match.value}`;
  }
}

/** How a condition is called by what it looks at. */
export function targetWords(target: Target): string {
  switch (target.kind) {
    case "header":
      return target.name === ":authority"
        ? "host"
        : target.name.startsWith(":")
          ? target.name.slice(1)
          : `header ${target.name}:`;
    case "query":
      return `parameter ${target.name}=`;
    case "claim":
      return `claim ${target.names.join(".")}:`;
    case "ip":
      return "address";
    default:
      return target.kind;
  }
}

function valuesAt(target: Target, match: TextMatch | PathMatch): Values {
  if (target.kind === "path" || match.kind === "pathPrefix") {
    return pathValues(match);
  }
  if (match.kind === "exact") {
    // Which method is another hangs on those that are named elsewhere.
    return isMethod(target) ? { fitting: [match.value], others: [] } : textValues(match);
  }
  const { fitting, others } = textValues(match);
  // The host of the place itself may fit, and is called more than any other.
  return { fitting: isHost(target) ? [undefined, ...fitting] : fitting, others };
}

const takes =
  (match: TextMatch | PathMatch) =>
  (text: string): boolean =>
    match.kind === "pathPrefix" ? fitsPath(match, text) : fitsText(match, text);

/** A condition that looks at a text. */
export const textPart = (target: Target, match: TextMatch | PathMatch, not = false): Part => {
  const values = valuesAt(target, match);
  const words = `${targetWords(target)} ${matchWords(match)}`;
  const part = { target, words, ...values, takes: takes(match) };
  return not ? turned(part) : part;
};

const namedPart =
  (kind: "header" | "query") =>
  ({ name, match, not }: NamedMatch): Part =>
    textPart({ kind, name: name === "host" ? ":authority" : name }, match, not);

const claimPart = ({ claim, match, not }: ClaimMatch): Part =>
  textPart({ kind: "claim", names: claim }, match, not);

/** The conditions of a route. One of them may be that anything goes: then it is none. */
export function wishOf({ path, headers, query, claims }: Conditions): Wish {
  const isAnyPath = path?.kind === "prefix" && path.value === "/";
  return [
    ...(path && !isAnyPath ? [textPart({ kind: "path" }, path)] : []),
    ...headers.map(namedPart("header")),
    ...query.map(namedPart("query")),
    ...claims.map(claimPart),
  ];
}
