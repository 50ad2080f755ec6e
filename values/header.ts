// Kept as istiod has it: "+-." inside the class is a range and lets the comma in.
const headerName = /^[!#$%&'*+-.^_`|~A-Za-z0-9]+$/;
const pseudoHeaders = [":method", ":scheme", ":authority", ":path", ":status"];
const claimPrefix = "@request.auth.claims";

/** Whether a header of a match stands for a claim of the request's token. */
export function isClaim(name: string): boolean {
  const rest = name.slice(claimPrefix.length);
  return name.toLowerCase().startsWith(claimPrefix) && /^(?:\..+|\[.+\])$/s.test(rest);
}

export const matchHeaderProblem = (name: string): string | undefined =>
  isClaim(name) || pseudoHeaders.includes(name) || headerName.test(name)
    ? undefined
    : "is no name of a header";

export const corsHeaderProblem = (name: string): string | undefined =>
  headerName.test(name) ? undefined : 'a name of a header or "*" is expected';

export const isAuthority = (name: string): boolean =>
  ["host", ":authority"].includes(name.toLowerCase());

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
