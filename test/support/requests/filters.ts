import type { Envoy } from "../translate";

/**
 * What the filters of a chain that istiod writes make of something: tokens, and policies of all actions, as
 * Envoy reads them. What is not understood fails the test.
 */

/** Something that a proxy has taken, with all that policies may look at. */
export interface Facts {
  /** SPIFFE identity that the other end has proven, in full. */
  readonly principal?: string;
  readonly source: string;
  readonly remote: string;
  readonly destination: string;
  readonly port: number;
  readonly sni: string;
  readonly http?: {
    readonly method: string;
    readonly authority: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly token?:
    | { readonly kind: "invalid" }
    | { readonly kind: "valid"; readonly claims: Readonly<Record<string, unknown>> };
}

/** What comes of it. */
export interface Filtered {
  readonly end: "taken" | "denied" | `denied ${number}`;
  /** Names of the rules that deny. */
  readonly by: readonly string[];
  /** Whether somebody outside is asked. */
  readonly isAsked: boolean;
  /** Whether rules on trial would deny it. */
  readonly onTrial: boolean;
}

type Claims = Readonly<Record<string, unknown>> | undefined;

interface Case extends Facts {
  readonly claims: Claims;
}

function textFits(matcher: Envoy, text: string | undefined): boolean {
  if (text === undefined) {
    return false;
  }
  const { exact, prefix, suffix, safeRegex, ignoreCase = false } = matcher;
  const cased = (value: string) => (ignoreCase ? value.toLowerCase() : value);
  if (prefix !== undefined) {
    return cased(text).startsWith(cased(prefix));
  }
  if (suffix !== undefined) {
    return cased(text).endsWith(cased(suffix));
  }
  return safeRegex === undefined
    ? cased(text) === cased(exact ?? "")
    : new RegExp(`^(?:${safeRegex.regex})$`).test(text);
}

const bits = (address: string): string =>
  address
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");

function addressFits({ addressPrefix, prefixLen = 0 }: Envoy, address: string): boolean {
  const length = typeof prefixLen === "object" ? prefixLen.value : prefixLen;
  return bits(addressPrefix).slice(0, length) === bits(address).slice(0, length);
}

function headerFits({ name, presentMatch, stringMatch }: Envoy, { http }: Case): boolean {
  const { method, authority, path, headers } = http ?? { headers: {} };
  const first: Record<string, string | undefined> = {
    ":method": method,
    ":authority": authority,
    ":path": path,
  };
  const value = first[name] ?? (headers as Record<string, string>)[String(name).toLowerCase()];
  return presentMatch ? value !== undefined : textFits(stringMatch, value);
}

function valueFits(matcher: Envoy, value: unknown): boolean {
  const { stringMatch, listMatch, orMatch } = matcher;
  if (orMatch) {
    return orMatch.valueMatchers.some((one: Envoy) => valueFits(one, value));
  }
  if (listMatch) {
    return Array.isArray(value) && value.some((one) => valueFits(listMatch.oneOf, one));
  }
  return typeof value === "string" && textFits(stringMatch, value);
}

function metadataFits({ filter, path, value }: Envoy, { claims }: Case): boolean {
  if (filter !== "envoy.filters.http.jwt_authn") {
    throw new Error(`the test does not understand metadata of ${filter}`);
  }
  let own: unknown = claims && { payload: claims };
  for (const { key } of path) {
    own = (own as Record<string, unknown> | undefined)?.[key];
  }
  return valueFits(value, own);
}

const literal = "[a-zA-Z0-9\\-._~%!$&'()+,;:@=";

function templateFits(template: string, path: string): boolean {
  const parts = template.split(/(\*\*?)/).map((part) => {
    if (part === "*") {
      return `${literal}]+`;
    }
    return part === "**" ? `${literal}/]*` : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`).test(path);
}

const pathOf = ({ http }: Case): string | undefined => http?.path.replace(/[?#].*/, "");

const kinds: Record<string, (inner: Envoy, subject: Case) => boolean> = {
  any: () => true,
  andRules: ({ rules }, subject) => rules.every((one: Envoy) => fits(one, subject)),
  orRules: ({ rules }, subject) => rules.some((one: Envoy) => fits(one, subject)),
  notRule: (inner, subject) => !fits(inner, subject),
  andIds: ({ ids }, subject) => ids.every((one: Envoy) => fits(one, subject)),
  orIds: ({ ids }, subject) => ids.some((one: Envoy) => fits(one, subject)),
  notId: (inner, subject) => !fits(inner, subject),
  header: headerFits,
  urlPath: ({ path }, subject) => textFits(path, pathOf(subject)),
  uriTemplate: ({ typedConfig }, subject) =>
    templateFits(typedConfig.pathTemplate, pathOf(subject) ?? ""),
  destinationPort: (port, subject) => port === subject.port,
  destinationIp: (range, subject) => addressFits(range, subject.destination),
  directRemoteIp: (range, subject) => addressFits(range, subject.source),
  remoteIp: (range, subject) => addressFits(range, subject.remote),
  requestedServerName: (matcher, subject) => textFits(matcher, subject.sni),
  authenticated: ({ principalName }, subject) => textFits(principalName, subject.principal),
  filterState: ({ key, stringMatch }, subject) => {
    if (key !== "io.istio.peer_principal") {
      throw new Error(`the test does not understand state of ${key}`);
    }
    return textFits(stringMatch, subject.principal);
  },
  metadata: metadataFits,
};

function fits(matcher: Envoy, subject: Case): boolean {
  const [kind, inner] = Object.entries<Envoy>(matcher)[0] ?? [];
  const test = kinds[kind ?? ""];
  if (!test) {
    throw new Error(`the test does not understand ${kind}`);
  }
  return test(inner, subject);
}

/** Names of the rules that take something. */
const matching = (rules: Envoy, subject: Case): string[] =>
  Object.entries<Envoy>(rules?.policies ?? {})
    .filter(
      ([, { permissions, principals }]) =>
        permissions.some((one: Envoy) => fits(one, subject)) &&
        principals.some((one: Envoy) => fits(one, subject)),
    )
    .map(([name]) => name);

const denies = (rules: Envoy, subject: Case): boolean =>
  rules !== undefined &&
  (rules.action === "LOG"
    ? false
    : matching(rules, subject).length > 0 === (rules.action === "DENY"));

interface Checked {
  readonly status?: number;
  readonly claims?: Claims;
}

/** What the filter for tokens says. */
function checked({ providers = {} }: Envoy, { token, http }: Facts): Checked {
  const isPreflight =
    http?.method === "OPTIONS" &&
    http.headers.origin &&
    http.headers["access-control-request-method"];
  if (!token || isPreflight) {
    return {};
  }
  if (token.kind === "invalid") {
    return { status: 401 };
  }
  const all = Object.values<Envoy>(providers).filter(({ issuer }) => issuer === token.claims.iss);
  const aud = [token.claims.aud].flat();
  const own = all.find(({ audiences = [] }) => {
    return audiences.length === 0 || audiences.some((one: string) => aud.includes(one));
  });
  if (!own) {
    return { status: all.length > 0 ? 403 : 401 };
  }
  const spaced: string[] = own.normalizePayloadInMetadata?.spaceDelimitedClaims ?? [];
  const claims = Object.entries(token.claims).map(([name, value]) => [
    name,
    spaced.includes(name) && typeof value === "string" ? value.split(" ") : value,
  ]);
  return { claims: Object.fromEntries(claims) };
}

interface State {
  readonly claims?: Claims;
  readonly isAsked: boolean;
  readonly onTrial: boolean;
  /** Rules that somebody outside is asked for. */
  readonly shadowed: readonly string[];
}

type Step = State | Pick<Filtered, "end" | "by">;

function byTokens(typedConfig: Envoy, facts: Facts, state: State): Step {
  const { status, claims } = checked(typedConfig, facts);
  return status ? { end: `denied ${status}`, by: [] } : { ...state, claims };
}

function byRules(typedConfig: Envoy, subject: Case, state: State, isHttp: boolean): Step {
  const { rules, shadowRules, shadowRulesStatPrefix = "" } = typedConfig;
  if (denies(rules, subject)) {
    return { end: isHttp ? "denied 403" : "denied", by: matching(rules, subject) };
  }
  const isTrial = shadowRulesStatPrefix.startsWith("istio_dry_run");
  return {
    ...state,
    shadowed: matching(shadowRules, subject),
    onTrial: state.onTrial || (isTrial && denies(shadowRules, subject)),
  };
}

function filter({ name, typedConfig = {} }: Envoy, facts: Facts, state: State, isHttp: boolean) {
  if (name === "envoy.filters.http.jwt_authn") {
    return byTokens(typedConfig, facts, state);
  }
  if (name.endsWith(".ext_authz")) {
    return { ...state, isAsked: state.isAsked || state.shadowed.length > 0 };
  }
  return name.endsWith(".rbac")
    ? byRules(typedConfig, { ...facts, claims: state.claims }, state, isHttp)
    : state;
}

const isManager = ({ name }: Envoy) => name === "envoy.filters.network.http_connection_manager";

/** What the filters of a chain say. */
export function filtered(filters: readonly Envoy[], facts: Facts): Filtered {
  const manager = filters.find(isManager);
  const all: Envoy[] = manager ? manager.typedConfig.httpFilters : filters;
  let state: State = { isAsked: false, onTrial: false, shadowed: [] };
  for (const one of all) {
    const step: Step = filter(one, facts, state, manager !== undefined);
    if ("end" in step) {
      return { ...step, isAsked: state.isAsked, onTrial: state.onTrial };
    }
    state = step;
  }
  return { end: "taken", by: [], isAsked: state.isAsked, onTrial: state.onTrial };
}
