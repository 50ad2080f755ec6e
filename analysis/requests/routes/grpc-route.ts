import type { GRPCRouteRule, GRPCRouteSpec } from "../../../schemas/kinds/gateway/grpc-route";
import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import type { Action, Weighted } from "../route";
import { stepOf } from "../trail";
import { type BackendSource, isUntranslatable, type Untranslatable } from "./api-backend";
import { changesHost, destinationsOf, isWithoutBackends } from "./api-destinations";
import { mirrorOf } from "./api-filters";
import { headerChanges } from "./api-headers";
import { grpcMatch, takesAll } from "./api-match";
import { patienceOf } from "./api-retry";
import type { ApiRule } from "./api-rule";

const noBackends = 500;

/** Other than those of an HTTPRoute, a mirror without a backend takes the whole route away. */
function mirrorsOf(
  source: BackendSource,
  { filters = [] }: GRPCRouteRule,
  path: string,
): readonly Weighted[] | Untranslatable {
  const made: Weighted[] = [];
  for (const [i, { requestMirror }] of filters.entries()) {
    const mirror = requestMirror && mirrorOf(source, requestMirror, `${path}.filters[${i}]`);
    if (mirror && "problem" in mirror) {
      return { untranslatable: mirror.problem };
    }
    if (mirror && mirror.share > 0) {
      made.push(mirror);
    }
  }
  return made;
}

function actionOf(
  source: BackendSource,
  rule: GRPCRouteRule,
  path: string,
): Action | Untranslatable {
  const { backendRefs = [], filters = [] } = rule;
  const mirrors = mirrorsOf(source, rule, path);
  if (isUntranslatable(mirrors)) {
    return mirrors;
  }
  if (isWithoutBackends(backendRefs)) {
    return { kind: "response", status: noBackends };
  }
  const destinations = destinationsOf(source, backendRefs, path);
  if (isUntranslatable(destinations)) {
    return destinations;
  }
  const find = (wanted: string) => filters.find(({ type }) => type === wanted);
  const request = headerChanges(find("RequestHeaderModifier")?.requestHeaderModifier);
  const response = headerChanges(find("ResponseHeaderModifier")?.responseHeaderModifier);
  return {
    kind: "forward",
    destinations,
    mirrors,
    ...patienceOf(source.mesh, {}),
    ...(request.changes && { requestHeaders: request.changes }),
    ...(response.changes && { responseHeaders: response.changes }),
    ...(request.authority !== undefined && { rewrite: { authority: request.authority } }),
  };
}

function rulesOf(
  source: BackendSource,
  rule: GRPCRouteRule,
  i: number,
): ApiRule[] | Untranslatable {
  const path = `spec.rules[${i}]`;
  const { matches = [], filters = [], backendRefs = [] } = rule;
  if (filters.some(({ type }) => type === "ExtensionRef")) {
    return { untranslatable: `${path} has a filter of another kind` };
  }
  const action = actionOf(source, rule, path);
  if (isUntranslatable(action)) {
    return action;
  }
  const all = matches.map((match, j) => {
    const at = `${path}.matches[${j}]`;
    return { at, match: grpcMatch(match, source.route, at) };
  });
  return (all.length === 0 ? [{ at: path, match: takesAll }] : all).map(({ at, match }) => ({
    match,
    action: () => action,
    steps: [stepOf(source.route, at)],
    notModelled: backendRefs.some(changesHost) ? ["a host set by a backend's filter"] : [],
  }));
}

/** All rules of a route; none where istiod cannot translate one of them. */
export function grpcRules(
  mesh: Mesh,
  route: Declared<GRPCRouteSpec>,
  forMesh: boolean,
): readonly ApiRule[] {
  const source = { mesh, route, forMesh };
  const made: ApiRule[] = [];
  for (const [i, rule] of (route.spec.rules ?? []).entries()) {
    const rules = rulesOf(source, rule, i);
    if (isUntranslatable(rules)) {
      return [];
    }
    made.push(...rules);
  }
  return made;
}
