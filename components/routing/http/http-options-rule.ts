import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given, under } from "../../../arguments/fields";
import type { HTTPRouteRule, HTTPRouteRuleBackendRef } from "../../resources/gateway/http-route";
import type {
  VirtualServiceHttp,
  VirtualServiceHttpRoute,
} from "../../resources/networking/virtual-service";
import { checkHttpOptions, type OptionsPlace } from "./http-options";
import type { RouteContext } from "./http-options-context";
import { gatewayApiHttpOptions } from "./http-options-gateway-api";
import { istioHttpOptions } from "./http-options-istio";
import { checkRedirect, gatewayApiRedirect, istioRedirects } from "./http-options-redirect";
import type { HttpRule } from "./http-options-rule-args";
import { checkRequestMatch } from "./request-match";
import { gatewayApiMatch } from "./request-match-gateway-api";
import { istioMatches } from "./request-match-istio";

/** Options that change what is sent to a service, where a redirect calls none. */
const needService = ["timeout", "retries", "fault", "rewrite", "mirrors"] as const;

function checkNoService(check: ArgumentCheck, path: string, rule: HttpRule): void {
  for (const name of needService.filter((option) => rule[option] !== undefined)) {
    check.fail(under(path, name), "has no effect beside redirect, which calls no service");
  }
}

/** Checks matches, redirect and options of one rule; what comes back is safe to write. */
export function checkHttpRule(
  check: ArgumentCheck,
  path: string,
  rule: HttpRule,
  { dialect, context }: Omit<OptionsPlace, "matches">,
): HttpRule {
  const { redirect } = rule;
  if (rule.matches?.length === 0) {
    check.fail(under(path, "matches"), "is empty; leave it out to take every request");
  }
  if (redirect) {
    checkNoService(check, path, rule);
  }
  const matches = rule.matches?.map((match, i) =>
    checkRequestMatch(check, `${under(path, "matches")}[${i}]`, match, dialect),
  );
  return given({
    ...checkHttpOptions(check, path, rule, { dialect, matches, context }),
    matches,
    redirect: redirect && checkRedirect(check, under(path, "redirect"), redirect, matches),
  });
}

/**
 * Routes of a VirtualService for one rule: one, or two where a redirect replaces a prefix. `route` is
 * where the requests go, left out for a redirect.
 */
export function istioHttpRules(
  rule: HttpRule,
  route: VirtualServiceHttpRoute[],
  context: RouteContext,
): VirtualServiceHttp[] {
  const { matches = [], redirect } = rule;
  const options = istioHttpOptions(rule, context, matches);
  if (redirect) {
    return istioRedirects(redirect, matches).map((part) => ({ ...part, ...options }));
  }
  const match = matches.flatMap(istioMatches);
  return [{ ...(match.length > 0 && { match }), route, ...options }];
}

/** The rule of an HTTPRoute for one rule. */
export function gatewayApiHttpRule(
  rule: HttpRule,
  backendRefs: HTTPRouteRuleBackendRef[],
  context: RouteContext,
): HTTPRouteRule {
  const { matches = [], redirect } = rule;
  const { filters = [], timeouts, retry } = gatewayApiHttpOptions(rule, context);
  const all = redirect ? [...filters, gatewayApiRedirect(redirect)] : filters;
  return given({
    matches: matches.length > 0 ? matches.map(gatewayApiMatch) : undefined,
    filters: all.length > 0 ? all : undefined,
    backendRefs: redirect ? undefined : backendRefs,
    timeouts,
    retry,
  });
}
