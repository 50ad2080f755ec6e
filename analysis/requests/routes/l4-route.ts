import type { TCPRouteSpec } from "../../../schemas/kinds/gateway/tcp-route";
import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import type { Weighted } from "../route";
import { type Step, stepOf } from "../trail";
import { type BackendReference, backendOf, isUntranslatable } from "./api-backend";

/** A rule for connections: where they go. */
export interface L4Rule {
  readonly destinations: readonly Weighted[];
  readonly steps: readonly Step[];
  /** Whether it has no backend that gets anything: then it closes connections. */
  readonly isEmpty: boolean;
}

const whole = 100;

const weightOf = ({ weight = 1 }: BackendReference): number => weight;

/** A destination that nobody has: where no backend gets anything, connections are closed. */
const nobody = (step: Step): Weighted => ({
  host: "internal.cluster.local",
  step,
  share: whole,
  unusable: { status: 500, reason: "no backend of the route gets anything" },
});

/** The rules of a TCPRoute or TLSRoute; none where istiod cannot translate one of them. */
export function l4Rules(
  mesh: Mesh,
  route: Declared<Pick<TCPRouteSpec, "rules">>,
  forMesh: boolean,
): readonly L4Rule[] {
  const source = { mesh, route, forMesh };
  const made: L4Rule[] = [];
  for (const [i, { backendRefs = [] }] of route.spec.rules.entries()) {
    const path = `spec.rules[${i}]`;
    const step = stepOf(route, path);
    const sum = backendRefs.reduce((all, one) => all + weightOf(one), 0);
    const destinations: Weighted[] = sum === 0 ? [nobody(step)] : [];
    for (const [j, backend] of backendRefs.entries()) {
      const to = weightOf(backend) > 0 && backendOf(source, backend, `${path}.backendRefs[${j}]`);
      if (to && isUntranslatable(to)) {
        return [];
      }
      if (to) {
        destinations.push({ ...to, share: (whole * weightOf(backend)) / sum });
      }
    }
    made.push({ destinations, steps: [step], isEmpty: sum === 0 });
  }
  return made;
}
