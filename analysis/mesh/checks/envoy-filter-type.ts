import { entryPath, fieldPath } from "../../objects/path";
import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const filter = (type: string): string => `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: notes, namespace: band, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  priority: 10
  workloadSelector: {labels: {app: drums}}
  configPatches:
  - applyTo: HTTP_FILTER
    match:
      context: SIDECAR_INBOUND
      listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager}}}
    patch:
      operation: INSERT_BEFORE
      value:
        name: envoy.filters.http.lua
        typed_config:
          "@type": type.googleapis.com/${type}
          inlineCode: function envoy_on_request(handle) end
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: drums, namespace: band}
spec:
  template:
    metadata: {labels: {app: drums}}
    spec: {containers: [{name: drums}]}
`;

/** Whether a type is of Envoy's second API: `envoy.api.v2.…`, `envoy.config.….v2.…`, or a trial of it. */
function isOfSecondApi(type: string): boolean {
  const [api, ...parts] = type.slice(type.lastIndexOf("/") + 1).split(".");
  return (
    api === "envoy" &&
    parts.some((part) => part === "v2" || part.startsWith("v2alpha") || part.startsWith("v2beta"))
  );
}

interface Typed {
  readonly type: string;
  readonly path: string;
}

const typeKeys: readonly string[] = ["@type", "type_url"];

/** Every type that a value names, however deep. */
function typesIn(value: unknown, path: string): Typed[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = Array.isArray(value) ? entryPath(path, Number(key)) : fieldPath(path, key);
    return typeKeys.includes(key) && typeof inner === "string"
      ? [{ type: inner, path: own }]
      : typesIn(inner, own);
  });
}

/** A patch of a type that Envoy does not have any more. */
export const envoyFilterType = check({
  id: "envoy-filter-type",
  code: "MESH0160",
  aliases: [],
  level: "error",
  kinds: [Kind.EnvoyFilter],
  summary: "A patch names a type of Envoy's API v2, which no proxy has any more.",
  why: "Proxies refuse the whole configuration that the patch is part of: they keep the one before, and new Pods never get ready.",
  fix: "Write the type of API v3, such as envoy.extensions.filters.http.lua.v3.Lua, and the names that its fields have there.",
  url: "https://www.envoyproxy.io/docs/envoy/latest/api/api_supported_versions",
  fires: filter("envoy.config.filter.http.lua.v2.Lua # found"),
  silent: filter("envoy.extensions.filters.http.lua.v3.Lua"),
  *run({ spec }) {
    for (const [i, { patch }] of (spec.configPatches ?? []).entries()) {
      for (const { type, path } of typesIn(patch?.value, `spec.configPatches[${i}].patch.value`)) {
        if (isOfSecondApi(type)) {
          yield {
            path,
            message: `${quoted(type)} is of Envoy's API v2, which proxies do not have`,
          };
        }
      }
    }
  },
});
