import type {
  HTTPRouteRule,
  HTTPRouteRuleFilter,
  HTTPRouteSpec,
} from "../../../schemas/kinds/gateway/http-route";
import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import type { Action, Forward, Weighted } from "../route";
import { stepOf } from "../trail";
import { type BackendSource, isUntranslatable, type Untranslatable } from "./api-backend";
import { changesOfAll, destinationsOf, isWithoutBackends } from "./api-destinations";
import { mirrorOf, type RoutePlace, redirectOf, rewriteOf } from "./api-filters";
import { headerChanges } from "./api-headers";
import { type ApiMatch, httpMatch, takesAll } from "./api-match";
import { patienceOf } from "./api-retry";
import type { ApiRule } from "./api-rule";
import { translatedRules } from "./api-rules";

type HttpRoute = Declared<HTTPRouteSpec>;

const noBackends = 500;

const filterOf = (
  { filters = [] }: HTTPRouteRule,
  type: HTTPRouteRuleFilter["type"],
): HTTPRouteRuleFilter | undefined => filters.find((one) => one.type === type);

function mirrorsOf(
  source: BackendSource,
  { filters = [] }: HTTPRouteRule,
  path: string,
): Weighted[] {
  return filters.flatMap(({ requestMirror }, i) => {
    const made = requestMirror && mirrorOf(source, requestMirror, `${path}.filters[${i}]`);
    return made === undefined || "problem" in made || made.share <= 0 ? [] : made;
  });
}

/** What a rule says beside its matches, which all of them share. */
type Shared = (match: ApiMatch, at: RoutePlace) => Action;

function sharedAction(
  source: BackendSource,
  rule: HTTPRouteRule,
  path: string,
): Shared | Untranslatable {
  const { backendRefs = [] } = rule;
  const redirect = filterOf(rule, "RequestRedirect")?.requestRedirect;
  const isEmpty = isWithoutBackends(backendRefs);
  const destinations = isEmpty ? [] : destinationsOf(source, backendRefs, path);
  if (isUntranslatable(destinations)) {
    return destinations;
  }
  if (redirect) {
    return ({ conditions }, at) => redirectOf(redirect, conditions.path, at);
  }
  if (isEmpty) {
    return () => ({ kind: "response", status: noBackends });
  }
  const { authority: host, ...changed } = changesOfAll(
    {
      request: headerChanges(filterOf(rule, "RequestHeaderModifier")?.requestHeaderModifier),
      response: headerChanges(filterOf(rule, "ResponseHeaderModifier")?.responseHeaderModifier),
    },
    destinations,
  );
  const rewrite = filterOf(rule, "URLRewrite")?.urlRewrite;
  const forward: Forward = {
    kind: "forward",
    ...changed,
    mirrors: mirrorsOf(source, rule, path),
    ...patienceOf(source.mesh, rule),
  };
  const authority = host === undefined ? undefined : { authority: host };
  return ({ conditions }) => {
    const written = rewrite && rewriteOf(rewrite, conditions.path);
    return authority || written ? { ...forward, rewrite: { ...authority, ...written } } : forward;
  };
}

function rulesOf(
  source: BackendSource,
  rule: HTTPRouteRule,
  i: number,
): ApiRule[] | Untranslatable {
  const path = `spec.rules[${i}]`;
  const { matches = [] } = rule;
  if (filterOf(rule, "ExtensionRef")) {
    return { untranslatable: `${path} has a filter of another kind` };
  }
  const action = sharedAction(source, rule, path);
  if (isUntranslatable(action)) {
    return action;
  }
  const hasCors = filterOf(rule, "CORS") !== undefined;
  const all = matches.map((match, j) => {
    const at = `${path}.matches[${j}]`;
    return { at, match: httpMatch(match, source.route, at) };
  });
  return (all.length === 0 ? [{ at: path, match: takesAll }] : all).map(({ at, match }) => ({
    match,
    action: (place) => action(match, place),
    steps: [stepOf(source.route, at)],
    hasCors,
  }));
}

/** All rules of a route; none where istiod cannot translate one of them. */
export const httpRules = (mesh: Mesh, route: HttpRoute, forMesh: boolean): readonly ApiRule[] =>
  translatedRules(mesh, route, forMesh, rulesOf);
