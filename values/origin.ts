const form = /^https?:\/\/(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d{1,5})?$/;
const anySite = /^(?:\*|https?:\/\/\*(?::\d+)?)$/;

/** The site that a script comes from, with a wildcard for parts of its name or for all there are. */
export function originProblem(origin: string): string | undefined {
  if (origin === "*" || form.test(origin)) {
    return undefined;
  }
  const small = origin.toLowerCase();
  return form.test(small)
    ? `fits no browser's origin, which has small letters only; write ${JSON.stringify(small)}`
    : 'is not an origin; write "https://shop.example.com", "https://*.example.com" or "*"';
}

/** Any host there is, with the schemes and ports that are left open or not. */
export const isAnySite = (origin: string): boolean => anySite.test(origin);

/** Beginnings that every origin has. */
const anyBeginning = /^(?:https?:\/\/|https?)?$/;

/** Whether a match of texts takes the origins of all sites. */
export const takesAnySite = ({
  exact,
  prefix,
  regex,
}: {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}): boolean =>
  exact === "*" || regex === ".*" || (prefix !== undefined && anyBeginning.test(prefix));
