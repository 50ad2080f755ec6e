import { check, type Verdict } from "../check";
import { backendsOf, type RouteSpec, routeKinds } from "../model/api-routes";

/** Filters that answer themselves, or of which it is not known. */
const answering = ["RequestRedirect", "ExtensionRef"];

/** Whether a rule has nobody to send requests to, and does not answer them itself. */
const isEmpty = ({ backendRefs = [], filters = [] }: NonNullable<RouteSpec["rules"]>[number]) =>
  backendRefs.length === 0 && !filters.some(({ type = "" }) => answering.includes(type));

/** A rule whose backends all get nothing. */
export const routeWeights = check({
  id: "route-weights",
  code: "MESH0307",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary: "A rule has no backends, or all of them have weight 0.",
  why: "Nobody gets the requests: they are answered with 500.",
  fix: "Name a backend and give it a weight, or take the rule away.",
  url: "https://gateway-api.sigs.k8s.io/guides/traffic-splitting/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: editor, namespace: wiki}
spec:
  parentRefs: [{kind: Service, group: "", name: editor}]
  rules:
  - backendRefs:
    - {name: editor-v1, port: 80, weight: 0} # found
    - {name: editor-v2, port: 80, weight: 0}
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: editor, namespace: wiki}
spec:
  parentRefs: [{kind: Service, group: "", name: editor}]
  rules:
  - backendRefs:
    - {name: editor-v1, port: 80}
    - {name: editor-v2, port: 80, weight: 0}
`,
  *run(object): Iterable<Verdict> {
    const { rules = [] } = object.spec as RouteSpec;
    for (const [i, rule] of backendsOf(object).entries()) {
      if (isEmpty(rules[i] ?? {})) {
        yield { path: `spec.rules[${i}]`, message: "the rule names no backend" };
      }
      const backends = rule.filter(({ mirror }) => !mirror);
      const [first] = backends;
      if (first && backends.every(({ weight }) => weight === 0)) {
        yield {
          path: `${first.path}.weight`,
          message: `${backends.length === 1 ? "the only backend has" : `all ${backends.length} backends have`} weight 0`,
        };
      }
    }
  },
});
