import { didYouMean } from "./closest";

// Kept as istiod has it: "+-." inside the class is a range and lets the comma in.
const headerName = /^[!#$%&'*+-.^_`|~A-Za-z0-9]+$/;
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const pseudoHeaders = [":method", ":scheme", ":authority", ":path", ":status"];
const claimPrefix = "@request.auth.claims";

/**
 * Names of the claim that a header of a match stands for, the outer one first: `@request.auth.claims.group.id` or
 * `@request.auth.claims[group][id]`. Nothing where it is a header.
 */
export function claimOf(name: string): string[] | undefined {
  if (!name.toLowerCase().startsWith(claimPrefix)) {
    return undefined;
  }
  const rest = name.slice(claimPrefix.length);
  if (rest.startsWith(".") && rest.length > 1) {
    return rest.slice(1).split(".");
  }
  return rest.startsWith("[") && rest.endsWith("]") && rest.length > 2
    ? rest.slice(1, -1).split("][")
    : undefined;
}

/** Whether a header of a match stands for a claim of the request's token. */
export const isClaim = (name: string): boolean => claimOf(name) !== undefined;

/** A header that a match looks at: a name, a pseudo-header of HTTP/2, or a claim of the token. */
export const matchHeaderProblem = (name: string): string | undefined =>
  isClaim(name) || pseudoHeaders.includes(name) || headerName.test(name)
    ? undefined
    : "is not a header name";

/** A header that browsers may send or read, or "*" for all of them. */
export const corsHeaderProblem = (name: string): string | undefined =>
  headerName.test(name) ? undefined : 'is neither a header name nor "*"';

/** Whether a header is the host of the request, in HTTP/1 or HTTP/2. */
export const isAuthority = (name: string): boolean =>
  ["host", ":authority"].includes(name.toLowerCase());

/** Names of headers, and of cookies, as HTTP has them. */
const isToken = (name: string): boolean => token.test(name);

const isLowerCase = (name: string): boolean => isToken(name) && name === name.toLowerCase();

const notLowerCase = "is not a header name in lower case";

/** Lower case is what HTTP/2 has, and what Istio compares with. */
export const lowerCaseHeaderProblem = (name: string): string | undefined =>
  isLowerCase(name)
    ? undefined
    : `${notLowerCase}${isToken(name) ? didYouMean(name, [name.toLowerCase()]) : ""}`;

const limitedPseudoHeaders = [":path", ":method", ":authority", ":scheme"];

/** A header by whose value requests are counted. */
export const limitedHeaderProblem = (name: string): string | undefined =>
  limitedPseudoHeaders.includes(name) || isLowerCase(name)
    ? undefined
    : `${notLowerCase}; ${limitedPseudoHeaders.join(", ")} are allowed too`;

const probeHeader = /^[-A-Za-z0-9]+$/;

/** A header that a probe sends. */
export const probeHeaderProblem = (name: string): string | undefined =>
  probeHeader.test(name) ? undefined : "is not a header name of letters, digits and dashes";

/** The name of a cookie. */
export const cookieNameProblem = (name: string): string | undefined =>
  isToken(name) ? undefined : "is not the name of a cookie";

/** A header that is added to or set on requests. */
export function requestHeaderProblem(name: string): string | undefined {
  if (name === "") {
    return "the name of a header is empty";
  }
  return name.startsWith(":") && !isAuthority(name)
    ? 'headers with ":" in front cannot be changed, except :authority'
    : undefined;
}

/** A header that is removed, or added to or set on responses. */
export function plainHeaderProblem(name: string): string | undefined {
  if (name === "") {
    return "the name of a header is empty";
  }
  return name.startsWith(":") || name.toLowerCase() === "host"
    ? 'Host and headers with ":" in front cannot be changed here'
    : undefined;
}

/** A header that a client sends. */
export function sentHeaderProblem(name: string): string | undefined {
  if (name.startsWith(":")) {
    return "is no header that a client writes; method, host and path stand in the URL";
  }
  return isToken(name) ? undefined : "is not the name of a header";
}
