import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { isAddable, patchesOf } from "../model/envoy-patches";

/** A REMOVE where the proxy does not look for it. */
export const envoyFilterRemove = check({
  id: "envoy-filter-remove",
  code: "IST0154",
  aliases: [],
  level: "error",
  kinds: [Kind.EnvoyFilter],
  summary: "REMOVE is used for routes, where it has no effect.",
  why: "Configurations of routes, and routes in them, are not removed from by patches: the proxy leaves them as they are.",
  fix: "Use MERGE, or change the VirtualService that the route comes from.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0154/",
  fires: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: routes, namespace: tv, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: ROUTE_CONFIGURATION
    match: {context: GATEWAY}
    patch:
      operation: REMOVE # found
`,
  silent: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: routes, namespace: tv, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: HTTP_ROUTE
    match: {context: GATEWAY}
    patch:
      operation: MERGE
      value: {decorator: {operation: legacy}}
`,
  *run(object): Iterable<Verdict> {
    for (const { operation, applyTo, path } of patchesOf(object)) {
      if (operation === "REMOVE" && !isAddable(applyTo)) {
        yield {
          path: `${path}.patch.operation`,
          message: `REMOVE has no effect on ${applyTo}`,
        };
      }
    }
  },
});
