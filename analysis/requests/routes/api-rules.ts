import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import { type BackendSource, isUntranslatable, type Untranslatable } from "./api-backend";
import type { ApiRule } from "./api-rule";

/** Makes the rules of one rule of a route: one for each of its matches. */
type RulesOf<Rule> = (
  source: BackendSource,
  rule: Rule,
  i: number,
) => readonly ApiRule[] | Untranslatable;

/** All rules of a route; none where istiod cannot translate one of them. */
export function translatedRules<Rule>(
  mesh: Mesh,
  route: Declared<{ readonly rules?: readonly Rule[] }>,
  forMesh: boolean,
  rulesOf: RulesOf<Rule>,
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
