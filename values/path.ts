const form = /^\/[^?#\s]*$/;

/** Path of a request, as far as a route may match on it. */
export const requestPathProblem = (path: string): string | undefined =>
  form.test(path)
    ? undefined
    : 'is not a request path; it starts with "/" and has no "?", "#" or space';

/** What the Gateway API refuses in a path: such requests have been normalised before. */
const notNormalised = [/\/\//, /\/\.\.?(\/|$)/, /%2f/i];
const normalised = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/** Path as HTTPRoute may match on it. */
export const routePathProblem = (path: string): string | undefined =>
  requestPathProblem(path) ??
  (normalised.test(path) && notNormalised.every((pattern) => !pattern.test(path))
    ? undefined
    : 'is not a path that HTTPRoute matches on: no "//", "/./", "/../" or "%2F", and letters outside of ASCII as %XX');

const query = /[?#]/;
const notPlain = /[^\x21-\x7e]/;

/** A path of a policy that is compared letter by letter, and would fit no request. */
export function comparedPathProblem(path: string): string | undefined {
  if (!path.startsWith("/") && !path.startsWith("*")) {
    return 'fits no request; paths begin with "/", or with "*" for any text';
  }
  if (query.test(path)) {
    return "fits no request: the query is no part of what is compared; leave it out";
  }
  return notPlain.test(path)
    ? `fits no request: what is no plain letter comes as "%" and two digits; write ${JSON.stringify(encodeURI(path))}`
    : undefined;
}

/** A beginning that is marked as one, with nothing open behind it. */
const literalFromStart = /^\^(\/[^\\^$.|?*+()[\]{}]*)$/;

/** A pattern that is written as a file is named: nothing but its end is open, and that to more slashes alone. */
const slashesAlone = /^\^?\/[A-Za-z0-9/_-]*[A-Za-z0-9_-]\/\*\$?$/;

const regexOfName = /^[A-Za-z0-9_-]+(?![*+?{|A-Za-z0-9_-])[^|]*$/;

/** A path that a route's match compares, by `how` it does, and that no request has. */
export function matchedPathProblem(
  how: "exact" | "prefix" | "regex",
  path: string,
): string | undefined {
  if (how === "regex") {
    if (regexOfName.test(path)) {
      return 'fits no request: the whole path is compared, which begins with "/"';
    }
    if (slashesAlone.test(path)) {
      return `has a "*" that repeats the "/" before it alone, as in ${JSON.stringify(path.replace("/*", "//"))}; write ".*" for any text`;
    }
    const [, literal] = literalFromStart.exec(path) ?? [];
    return literal === undefined
      ? undefined
      : `fits ${JSON.stringify(literal)} alone, as the whole path is compared; write ".*" behind it for all that begin so`;
  }
  const problem = path.startsWith("*")
    ? 'fits no request; paths begin with "/"'
    : path && comparedPathProblem(path);
  return problem || (path.includes("*") ? 'has a "*", which stands for itself here' : undefined);
}

/** A segment beside templates as Envoy takes it: RFC 3986 without "*". */
const literalSegment = /^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/;
const brace = /[{}]/;
const slashesAround = /^\/+|\/+$/g;

const anyRest = "{**}";
const isTemplate = (segment: string): boolean => segment === "{*}" || segment === anyRest;

/** A path of a policy, in which a whole segment may be left open. */
export function templatePathProblem(path: string): string | undefined {
  const segments = path.replace(slashesAround, "").split("/");
  const literals = segments.filter((segment) => !isTemplate(segment));
  if (literals.some((segment) => brace.test(segment))) {
    return `braces are allowed as a whole segment, {*} or ${anyRest}`;
  }
  const rest = segments.indexOf(anyRest);
  if (rest !== -1 && segments.slice(rest + 1).some(isTemplate)) {
    return `${anyRest} has to be the last template`;
  }
  return segments.some(isTemplate) && literals.some((segment) => !literalSegment.test(segment))
    ? 'segments beside templates are plain text, not empty and without "*"'
    : undefined;
}

const slashesAtEnd = /\/+$/;

/** The path without the slashes at its end; nothing is left of the root. */
export const withoutEnd = (path: string): string => path.replace(slashesAtEnd, "");

/** The path without the one slash that it ends with. */
export const withoutLastSlash = (path: string): string =>
  path.endsWith("/") ? path.slice(0, -1) : path;

/** The element that a prefix ends with, whether it was written with a slash at its end or not. */
export const withoutSlash = (prefix: string): string => withoutEnd(prefix) || prefix.slice(0, 1);

/** What everything below the element begins with. */
export const withSlash = (prefix: string): string => `${withoutEnd(prefix)}/`;

/** Whether a path lies at or below a prefix. */
export const isPathWithin = (path: string, prefix: string): boolean =>
  path === withoutEnd(prefix) || path.startsWith(withSlash(prefix));

/** Whether a path of a policy leaves a segment open. */
export const hasTemplate = (path: string): boolean => path.split("/").some(isTemplate);

/** A path with a segment in place of each template. */
export const pathSample = (template: string, segment: string): string =>
  template
    .split("/")
    .map((one) => (isTemplate(one) ? segment : one))
    .join("/");
