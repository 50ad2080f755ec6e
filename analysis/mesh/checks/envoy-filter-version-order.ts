import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { isRelative, patchesOf, versionsBeforePatch } from "../model/envoy-patches";

/** A patch beside one of the same name for some versions of proxies, with no order between them. */
export const envoyFilterVersionOrder = check({
  id: "envoy-filter-version-order",
  code: "IST0155",
  aliases: [],
  level: "warning",
  kinds: [Kind.EnvoyFilter],
  summary:
    "A patch without a priority follows one of the same name that is for some versions of proxies.",
  why: "Proxies of those versions have both, in an order that hangs on the age and name of the EnvoyFilters, or one where two are meant.",
  fix: "Set priority, so that the order is written down, and give every patch of the name a proxyVersion.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0155/",
  fires: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: ext-authz, namespace: games, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  configPatches:
  - applyTo: HTTP_FILTER
    match: {context: SIDECAR_INBOUND, proxy: {proxyVersion: "^1\\\\.30.*"}}
    patch:
      operation: INSERT_FIRST
      value: {name: games.ext-authz}
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
      value: {name: games.ext-authz}
`,
  silent: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: ext-authz, namespace: games, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  priority: 5
  configPatches:
  - applyTo: HTTP_FILTER
    match: {context: SIDECAR_INBOUND, proxy: {proxyVersion: "^1\\\\.30.*"}}
    patch:
      operation: INSERT_FIRST
      value: {name: games.ext-authz}
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
      value: {name: games.ext-authz}
`,
  *run(object, mesh): Iterable<Verdict> {
    for (const patch of object.spec.priority ? [] : patchesOf(object)) {
      const before = versionsBeforePatch(mesh, patch);
      if (isRelative(patch) && before.length > 0) {
        const { proxyVersion } = patch;
        yield {
          path: `${patch.path}.patch.operation`,
          message: `${patch.operation} of ${JSON.stringify(patch.name)} follows a patch of that name for proxies ${before.join(", ")}, and priority is not set`,
          // Patterns that differ are mostly meant for proxies that differ.
          level: proxyVersion === undefined || before.includes(proxyVersion) ? "warning" : "info",
        };
      }
    }
  },
});
