import type { GRPCRouteRule, GRPCRouteSpec } from "../../../schemas/kinds/gateway/grpc-route";
import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import type { Action, Weighted } from "../route";
import { stepOf } from "../trail";
import { type BackendSource, isUntranslatable, type Untranslatable } from "./api-backend";
import { changesOfAll, destinationsOf, isWithoutBackends } from "./api-destinations";
import { mirrorOf } from "./api-filters";
import { headerChanges } from "./api-headers";
import { grpcMatch, takesAll } from "./api-match";
import { patienceOf } from "./api-retry";
import type { ApiRule } from "./api-rule";
import { translatedRules } from "./api-rules";

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
  const { authority, ...changed } = changesOfAll(
    {
      request: headerChanges(find("RequestHeaderModifier")?.requestHeaderModifier),
      response: headerChanges(find("ResponseHeaderModifier")?.responseHeaderModifier),
    },
    destinations,
  );
  return {
    kind: "forward",
    ...changed,
    mirrors,
    ...patienceOf(source.mesh, {}),
    ...(authority !== undefined && { rewrite: { authority } }),
  };
}

function rulesOf(
  source: BackendSource,
  rule: GRPCRouteRule,
  i: number,
): ApiRule[] | Untranslatable {
  const path = `spec.rules[${i}]`;
  const { matches = [], filters = [] } = rule;
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
    hasCors: false,
  }));
}

/** All rules of a route; none where istiod cannot translate one of them. */
export const grpcRules = (
  mesh: Mesh,
  route: Declared<GRPCRouteSpec>,
  forMesh: boolean,
): readonly ApiRule[] => translatedRules(mesh, route, forMesh, rulesOf);
