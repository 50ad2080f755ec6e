import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { isReplaceable, patchesOf } from "../model/envoy-patches";

/** A REPLACE where Envoy's configuration has nothing that is replaced. */
export const envoyFilterReplace = check({
  id: "envoy-filter-replace",
  code: "IST0152",
  aliases: [],
  level: "error",
  kinds: [Kind.EnvoyFilter],
  summary: "REPLACE is used for what cannot be replaced.",
  why: "Filters and virtual hosts can be replaced; the proxy leaves everything else as it is.",
  fix: "Use MERGE, or REMOVE and ADD.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0152/",
  fires: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: timeout, namespace: media, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: CLUSTER
    match: {context: SIDECAR_OUTBOUND}
    patch:
      operation: REPLACE # found
      value: {connect_timeout: 2s}
`,
  silent: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: timeout, namespace: media, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: CLUSTER
    match: {context: SIDECAR_OUTBOUND}
    patch:
      operation: MERGE
      value: {connect_timeout: 2s}
`,
  *run(object): Iterable<Verdict> {
    for (const { operation, applyTo, path } of patchesOf(object)) {
      if (operation === "REPLACE" && !isReplaceable(applyTo)) {
        yield {
          path: `${path}.patch.operation`,
          message: `REPLACE has no effect on ${applyTo}; it is for HTTP_FILTER, NETWORK_FILTER and VIRTUAL_HOST`,
        };
      }
    }
  },
});
