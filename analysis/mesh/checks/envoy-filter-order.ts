import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { filtersBeside, isRelative, patchesOf, versionsBeforePatch } from "../model/envoy-patches";

/** A patch that hangs on what other EnvoyFilters have done before it, with no order among them. */
export const envoyFilterOrder = check({
  id: "envoy-filter-order",
  code: "IST0151",
  aliases: [],
  level: "warning",
  kinds: [Kind.EnvoyFilter],
  summary: "A patch looks for a place in the configuration, and its EnvoyFilter has no priority.",
  why: "EnvoyFilters without a priority are applied by their age and name: the place may be another one, or not be there yet, after one of them is made anew.",
  fix: "Set priority, so that the order is written down.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0151/",
  fires: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: headers, namespace: cinema, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: HTTP_FILTER
    match:
      context: SIDECAR_INBOUND
      listener:
        filterChain:
          filter:
            name: envoy.filters.network.http_connection_manager
            subFilter: {name: envoy.filters.http.router}
    patch:
      operation: INSERT_BEFORE # found
      value: {name: cinema.headers}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: limits, namespace: cinema, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: HTTP_FILTER
    match:
      context: SIDECAR_INBOUND
      listener:
        filterChain:
          filter:
            name: envoy.filters.network.http_connection_manager
            subFilter: {name: envoy.filters.http.cors}
    patch:
      operation: INSERT_BEFORE # found
      value: {name: cinema.limits}
`,
  silent: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: headers, namespace: cinema, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  priority: 10
  configPatches:
  - applyTo: HTTP_FILTER
    match:
      context: SIDECAR_INBOUND
      listener:
        filterChain:
          filter:
            name: envoy.filters.network.http_connection_manager
            subFilter: {name: envoy.filters.http.router}
    patch:
      operation: INSERT_BEFORE
      value: {name: cinema.headers}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: limits, namespace: cinema, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  priority: 20
  configPatches:
  - applyTo: HTTP_FILTER
    match:
      context: SIDECAR_INBOUND
      listener:
        filterChain:
          filter:
            name: envoy.filters.network.http_connection_manager
            subFilter: {name: envoy.filters.http.cors}
    patch:
      operation: INSERT_BEFORE
      value: {name: cinema.limits}
`,
  *run(object, mesh): Iterable<Verdict> {
    if (object.spec.priority) {
      return;
    }
    const beside = filtersBeside(mesh, object);
    for (const patch of patchesOf(object)) {
      const others = beside.filter((one) =>
        patchesOf(one).some(({ applyTo }) => applyTo === patch.applyTo),
      );
      if (isRelative(patch) && versionsBeforePatch(mesh, patch).length === 0) {
        yield {
          path: `${patch.path}.patch.operation`,
          message: `${patch.operation} goes by what is there already, and ${
            others.length === 0
              ? "priority is not set: mind it when there is another EnvoyFilter"
              : `priority is not set, beside ${others.map(({ id }) => objectWords(id)).join(", ")}`
          }`,
          related: others.map(({ id }) => id),
          level: others.length === 0 ? "info" : "warning",
        };
      }
    }
  },
});
