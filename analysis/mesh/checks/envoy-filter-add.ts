import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { isAddable, patchesOf } from "../model/envoy-patches";

/** An ADD where the proxy does not look for it. */
export const envoyFilterAdd = check({
  id: "envoy-filter-add",
  code: "IST0153",
  aliases: [],
  level: "error",
  kinds: [Kind.EnvoyFilter],
  summary: "ADD is used for routes, where it has no effect.",
  why: "Configurations of routes, and routes in them, are not added to by patches: the proxy leaves them as they are.",
  fix: "Use INSERT_FIRST, INSERT_BEFORE or INSERT_AFTER for a route, or a VirtualService.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0153/",
  fires: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: routes, namespace: radio, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: HTTP_ROUTE
    match: {context: GATEWAY}
    patch:
      operation: ADD # found
      value: {name: extra}
`,
  silent: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: routes, namespace: radio, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: HTTP_ROUTE
    match: {context: GATEWAY}
    patch:
      operation: INSERT_FIRST
      value: {name: extra}
`,
  *run(object): Iterable<Verdict> {
    for (const { operation, applyTo, path } of patchesOf(object)) {
      if (operation === "ADD" && !isAddable(applyTo)) {
        yield {
          path: `${path}.patch.operation`,
          message: `ADD has no effect on ${applyTo}`,
        };
      }
    }
  },
});
