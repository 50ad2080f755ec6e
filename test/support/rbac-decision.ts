import { listener, networkFilters } from "./envoy";
import type { Envoy, ProxyConfig } from "./translate";

/** A request as Envoy's RBAC filter sees it, as far as the tests need it. */
export interface JudgedRequest {
  method?: string;
  host?: string;
  path?: string;
  port?: number;
  headers?: Record<string, string>;
  /** SPIFFE identity of the caller, as far as mutual TLS shows it. */
  principal?: string;
  /** Issuer, subject and groups of a checked token. */
  token?: { iss: string; sub: string; groups?: readonly string[]; group?: readonly string[] };
}

function textFits(matcher: Envoy, text: string | undefined): boolean {
  if (text === undefined) {
    return false;
  }
  const { exact, prefix, suffix, safeRegex, ignoreCase = false } = matcher;
  const cased = (value: string) => (ignoreCase ? value.toLowerCase() : value);
  if (exact !== undefined) {
    return cased(text) === cased(exact);
  }
  if (prefix !== undefined) {
    return cased(text).startsWith(cased(prefix));
  }
  if (suffix !== undefined) {
    return cased(text).endsWith(cased(suffix));
  }
  return new RegExp(`^(?:${safeRegex.regex})$`).test(text);
}

/** `*` is one segment of a path, `**` what is left of it. */
function templateFits(template: string, path = ""): boolean {
  const wild: Record<string, string> = { "*": "[^/]+", "**": ".*" };
  const parts = template
    .split(/(\*\*?)/)
    .map((part) => wild[part] ?? part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("")}$`).test(path.replace(/[?#].*/, ""));
}

function headerFits({ name, presentMatch, stringMatch }: Envoy, request: JudgedRequest): boolean {
  const { method, host, path, headers = {} } = request;
  const value = { ":method": method, ":authority": host, ":path": path, ...headers }[
    name as string
  ];
  return presentMatch ? value !== undefined : textFits(stringMatch, value);
}

function metadataFits({ filter, path, value, invert }: Envoy, { token }: JudgedRequest): boolean {
  if (filter !== "envoy.filters.http.jwt_authn") {
    throw new Error(`the test does not understand metadata of ${filter}`);
  }
  const claim = path.at(-1).key as "iss" | "sub" | "groups" | "group";
  return claimFits(value, token?.[claim]) !== (invert ?? false);
}

/** A claim is one text or a list of them. */
function claimFits(
  { orMatch, listMatch, stringMatch }: Envoy,
  claim: string | readonly string[] | undefined,
): boolean {
  if (orMatch) {
    return orMatch.valueMatchers.some((inner: Envoy) => claimFits(inner, claim));
  }
  if (listMatch) {
    const all = Array.isArray(claim) ? claim : [];
    return all.some((text) => claimFits(listMatch.oneOf, text));
  }
  return textFits(stringMatch, typeof claim === "string" ? claim : undefined);
}

const one = (matchers: Envoy[], request: JudgedRequest) =>
  matchers.some((matcher) => fits(matcher, request));
const every = (matchers: Envoy[], request: JudgedRequest) =>
  matchers.every((matcher) => fits(matcher, request));

/** Permissions and principals alike; what is not understood fails the test. */
function fits(matcher: Envoy, request: JudgedRequest): boolean {
  const [[kind, inner]] = Object.entries<Envoy>(matcher) as [[string, Envoy]];
  const kinds: Record<string, () => boolean> = {
    any: () => true,
    andRules: () => every(inner.rules, request),
    orRules: () => one(inner.rules, request),
    notRule: () => !fits(inner, request),
    andIds: () => every(inner.ids, request),
    orIds: () => one(inner.ids, request),
    notId: () => !fits(inner, request),
    header: () => headerFits(inner, request),
    urlPath: () => textFits(inner.path, request.path?.replace(/[?#].*/, "")),
    uriTemplate: () => templateFits(inner.typedConfig.pathTemplate, request.path),
    destinationPort: () => inner === request.port,
    authenticated: () => textFits(inner.principalName, request.principal),
    metadata: () => metadataFits(inner, request),
  };
  const test = kinds[kind];
  if (!test) {
    throw new Error(`the test does not understand ${kind}`);
  }
  return test();
}

const filterName = "envoy.filters.http.rbac";

/** Filters of the first connection manager that has some: all of a listener's have the same. */
function rbacFilters(config: ProxyConfig, which: string | number): Envoy[] {
  const managers = networkFilters(listener(config, which)).map(
    ({ typedConfig }) => (typedConfig?.httpFilters ?? []) as Envoy[],
  );
  return (
    managers
      .map((all) => all.filter(({ name }) => name === filterName))
      .find((all) => all.length > 0)
      ?.map(({ typedConfig }) => typedConfig) ?? []
  );
}

/** Whether the rules of a listener's RBAC filters refuse a request: one of them is enough. */
export function refuses(
  config: ProxyConfig,
  which: string | number,
  request: JudgedRequest,
): boolean {
  return rbacFilters(config, which).some(({ rules }) => {
    if (!rules) {
      return false;
    }
    const matched = Object.values<Envoy>(rules.policies ?? {}).some(
      ({ permissions, principals }) => one(permissions, request) && one(principals, request),
    );
    return matched === (rules.action === "DENY");
  });
}
