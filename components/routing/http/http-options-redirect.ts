import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtLeastOne, checkAtMostOne } from "../../../arguments/choice";
import { checkFields, given, under } from "../../../arguments/fields";
import { oneOf } from "../../../arguments/one-of";
import { dnsName, port, requestPath } from "../../../arguments/predicates";
import { whenKnown } from "../../../arguments/when-known";
import { withoutSlash, withSlash } from "../../../values/path";
import type {
  HTTPRouteRuleFilter,
  HTTPRouteRuleFilterRequestRedirect,
} from "../../resources/gateway/http-route";
import type { VirtualServiceHttp } from "../../resources/networking/virtual-service";
import type { Redirect } from "./http-options-args";
import { checkPrefixMatch, pathChange } from "./http-options-rewrite";
import type { RequestMatch } from "./request-match-args";
import { istioMatches } from "./request-match-istio";

const code = oneOf([301, 302, 303, 307, 308]);

/** Said in both dialects, since they would choose differently. */
const movedPermanently = 301;

/** Values that are safe to use. `matches` are those of the rule, of which a prefix is replaced. */
export function checkRedirect(
  check: ArgumentCheck,
  path: string,
  redirect: Redirect,
  matches: readonly RequestMatch[] | undefined,
): Redirect {
  const { prefix } = redirect;
  checkAtLeastOne(check, path, {
    object: redirect,
    names: ["scheme", "host", "port", "path", "prefix"],
  });
  checkAtMostOne(check, path, { object: redirect, names: ["path", "prefix"] });
  if (prefix !== undefined) {
    checkPrefixMatch(check, under(path, "prefix"), matches);
  }
  return checkFields(check, path, redirect, {
    host: dnsName,
    port,
    path: requestPath,
    prefix: requestPath,
    code,
  });
}

/** Without a port the two dialects differ, so it is said where it comes from. */
function portOf({ port, scheme }: Redirect) {
  if (port !== undefined) {
    return { port };
  }
  return scheme === undefined
    ? ({ derivePort: "FROM_REQUEST_PORT" } as const)
    : ({ derivePort: "FROM_PROTOCOL_DEFAULT" } as const);
}

function istioRedirect(
  redirect: Redirect,
  path: { uri?: Redirect["path"]; prefixRewrite?: Redirect["path"] },
) {
  const { scheme, host, code = movedPermanently } = redirect;
  return {
    ...given({ scheme, authority: host, redirectCode: code, ...path }),
    ...portOf(redirect),
  };
}

/**
 * A VirtualService replaces a prefix only where it matched by one, and a whole element is matched by
 * two conditions: the element itself gets a rule of its own.
 */
export function istioRedirects(
  redirect: Redirect,
  matches: readonly RequestMatch[] = [],
): Pick<VirtualServiceHttp, "match" | "redirect">[] {
  const match = matches.flatMap(istioMatches);
  const { path, prefix } = redirect;
  if (prefix === undefined) {
    return [
      given({
        match: match.length > 0 ? match : undefined,
        redirect: istioRedirect(redirect, { uri: path }),
      }),
    ];
  }
  const [itself, below] = match;
  return [
    {
      match: itself && [itself],
      redirect: istioRedirect(redirect, { uri: whenKnown([prefix], withoutSlash) }),
    },
    {
      match: below && [below],
      redirect: istioRedirect(redirect, { prefixRewrite: whenKnown([prefix], withSlash) }),
    },
  ];
}

/** The filter of an HTTPRoute. */
export function gatewayApiRedirect(redirect: Redirect): HTTPRouteRuleFilter {
  const { scheme, host, port: toPort, code: status = movedPermanently } = redirect;
  return {
    type: "RequestRedirect",
    requestRedirect: given({
      scheme,
      hostname: host,
      port: toPort,
      path: pathChange(redirect),
      statusCode: status as HTTPRouteRuleFilterRequestRedirect["statusCode"],
    }),
  };
}
