import { wholeRegexOf } from "../../values/regex";
import { type Fields, fields } from "../mesh/fields";
import { NotJudged } from "../mesh/not-judged";
import type { HttpRequest } from "./request";
import type { ClaimMatch, Conditions, NamedMatch, PathMatch, TextMatch } from "./route";

const compiled = new WeakMap<object, RegExp>();

/** Whether a text fits as a whole; each expression is read once. */
function fitsRegex(match: { readonly kind: "regex"; readonly value: string }, text: string) {
  const found = compiled.get(match) ?? wholeRegexOf(match.value);
  if (found === undefined) {
    throw new NotJudged(`the regular expression ${JSON.stringify(match.value)} is not modelled`);
  }
  compiled.set(match, found);
  return found.test(text);
}

/** Whether a text is what it has to be. */
export function fitsText(match: TextMatch, text: string): boolean {
  if (match.kind === "present") {
    return true;
  }
  if (match.kind === "regex") {
    return fitsRegex(match, text);
  }
  const [actual, wanted] = match.ignoreCase
    ? [text.toLowerCase(), match.value.toLowerCase()]
    : [text, match.value];
  switch (match.kind) {
    case "exact":
      return actual === wanted;
    case "prefix":
      return actual.startsWith(wanted);
    case "suffix":
      return actual.endsWith(wanted);
    case "contains":
      return actual.includes(wanted);
  }
}

function endOf(path: string, marks: readonly string[]): number {
  const ends = marks.map((mark) => path.indexOf(mark)).filter((at) => at >= 0);
  return Math.min(path.length, ...ends);
}

/** The path of a request line without its query and fragment: what routes and policies compare. */
const pathOf = (path: string): string => path.slice(0, endOf(path, ["?", "#"]));

/** Whether a path, which may have a query, is what it has to be. */
export function fitsPath(match: PathMatch, target: string): boolean {
  const path = pathOf(target);
  if (match.kind !== "pathPrefix") {
    return fitsText(match, path);
  }
  const [actual, wanted] = match.ignoreCase
    ? [path.toLowerCase(), match.value.toLowerCase()]
    : [path, match.value];
  return actual === wanted || actual.startsWith(`${wanted}/`);
}

/** The value of a header; `:method` and the like among them, and `host` as another name of `:authority`. */
function headerOf(name: string, http: HttpRequest): string | undefined {
  switch (name) {
    case ":authority":
    case "host":
      return http.authority;
    case ":method":
      return http.method;
    case ":path":
      return http.path;
    case ":scheme":
      return http.scheme;
    default:
      return http.headers[name];
  }
}

/** The first value of a parameter, as it is written: Envoy does not read `%20` as a space. */
function parameterOf(name: string, { path }: HttpRequest): string | undefined {
  const start = path.indexOf("?");
  const pairs = start < 0 ? [] : path.slice(start + 1).split("&");
  const found = pairs.find((pair) => pair === name || pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function fitsNamed({ match, not = false, missingIsEmpty }: NamedMatch, value: string | undefined) {
  if (match.kind === "present") {
    return (value !== undefined) !== not;
  }
  const actual = value ?? (missingIsEmpty ? "" : undefined);
  return actual !== undefined && fitsText(match, actual) !== not;
}

function fitsClaim({ claim, match, not = false }: ClaimMatch, claims: Fields = {}): boolean {
  if (match.kind === "present") {
    throw new NotJudged(
      `that a claim ${claim.join(".")} is there is no condition that Envoy takes`,
    );
  }
  const [last = "", ...outer] = [...claim].reverse();
  const value = outer.reduceRight<Fields>((inner, name) => fields(inner[name]), claims)[last];
  const values = Array.isArray(value) ? value : [value];
  return values.some((one) => typeof one === "string" && fitsText(match, one)) !== not;
}

/**
 * Whether a request is one that a route takes, as Envoy compares them. `claims` are those of a token that the proxy
 * has checked.
 */
export const fits = (
  { path, headers, query, claims: wanted }: Conditions,
  http: HttpRequest,
  claims?: Fields,
): boolean =>
  (path === undefined || fitsPath(path, http.path)) &&
  headers.every((header) => fitsNamed(header, headerOf(header.name, http))) &&
  query.every((parameter) => fitsNamed(parameter, parameterOf(parameter.name, http))) &&
  wanted.every((claim) => fitsClaim(claim, claims));
