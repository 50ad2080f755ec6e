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

/** What browsers send in place of an origin that they keep to themselves. */
const hidden = "null";

const pathBehind = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i;
const anyScheme = /^[a-z][a-z0-9+.-]*:\/\//i;

/** An origin that is compared letter by letter, whole or as a beginning, and that no browser sends. */
export function comparedOriginProblem(isWhole: boolean, origin: string): string | undefined {
  if (origin === "*" || origin === hidden) {
    return undefined;
  }
  if (origin.includes("*")) {
    return 'has a "*", which stands for itself here';
  }
  if (pathBehind.test(origin)) {
    return "fits no origin: there is no slash behind the host";
  }
  return isWhole && !anyScheme.test(origin)
    ? 'fits no origin: it begins with a scheme, "https://"'
    : undefined;
}
