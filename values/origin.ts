import { closest } from "./closest";

const form = /^https?:\/\/(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d{1,5})?$/;

/** What the shells of applications and extensions of browsers have in place of a site. */
const ofApplication = /^([a-z][a-z0-9+.-]*):\/\/[a-z0-9._-]+(?::\d{1,5})?$/;
const unsent = ["ftp", "ws", "wss", "file"];
const anySite = /^(?:\*|https?:\/\/\*(?::\d+)?)$/;

/** The site that a script comes from, with a wildcard for parts of its name or for all there are. */
export function originProblem(origin: string): string | undefined {
  if (origin === "*" || form.test(origin)) {
    return undefined;
  }
  const small = origin.toLowerCase();
  const [, scheme = ""] = ofApplication.exec(origin) ?? [];
  const meant = closest(scheme, ["http", "https"]);
  if (scheme !== "" && !unsent.includes(scheme) && !form.test(small)) {
    return meant === undefined
      ? undefined
      : `has the scheme ${JSON.stringify(scheme)}; did you mean ${JSON.stringify(meant)}?`;
  }
  return form.test(small)
    ? `fits no browser's origin, which has small letters only; write ${JSON.stringify(small)}`
    : 'is not an origin; write "https://shop.example.com", "https://*.example.com" or "*", or "capacitor://localhost" for an application';
}

/** The same for an HTTPRoute, which has a form for the origins of sites alone. */
export const siteOriginProblem = (origin: string): string | undefined =>
  originProblem(origin) ??
  (ofApplication.test(origin) && !form.test(origin)
    ? 'is of an application, and an HTTPRoute takes http and https alone; use dialect "istio"'
    : undefined);

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
