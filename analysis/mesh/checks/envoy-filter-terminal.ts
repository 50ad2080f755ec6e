import type { EnvoyFilterConfigPatch } from "../../../schemas/kinds/networking/envoy-filter";
import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

/** Filters with which a list of its sort ends, by the sort; istiod has one of them at the end of each list. */
const terminal: Readonly<Record<string, readonly string[]>> = {
  HTTP_FILTER: ["envoy.filters.http.router", "envoy.router"],
  NETWORK_FILTER: [
    "envoy.filters.network.http_connection_manager",
    "envoy.http_connection_manager",
    "envoy.filters.network.tcp_proxy",
    "envoy.tcp_proxy",
  ],
};

/** The filter that a patch looks for. */
function soughtBy({ applyTo, match }: EnvoyFilterConfigPatch): string {
  const filter = match?.listener?.filterChain?.filter;
  return (applyTo === "HTTP_FILTER" ? filter?.subFilter?.name : filter?.name) ?? "";
}

/** Why a patch puts its filter behind the last one; nothing where it does not. */
function behindLast(patch: EnvoyFilterConfigPatch): string | undefined {
  const last = terminal[patch.applyTo ?? ""];
  const sought = soughtBy(patch);
  switch (last && patch.patch?.operation) {
    case "ADD":
      return "ADD puts it at the end of the list";
    case "INSERT_AFTER":
      return sought === ""
        ? "INSERT_AFTER without a filter to look for puts it at the end of the list"
        : last?.includes(sought)
          ? `${quoted(sought)} is the last of the list`
          : undefined;
    default:
      return undefined;
  }
}

const objects = (operation: string): string => `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: greeting, namespace: opera, annotations: {galley.istio.io/analyze-suppress: "IST0133,IST0151"}}
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
      operation: ${operation}
      value: {name: opera.greeting}
`;

/** A filter behind the one that every list has to end with. */
export const envoyFilterTerminal = check({
  id: "envoy-filter-terminal",
  code: "MESH0421",
  aliases: [],
  level: "error",
  kinds: [Kind.EnvoyFilter],
  summary: "A patch puts a filter behind the last one of its list.",
  why: "Envoy takes no list whose end is not the router, the connection manager or the TCP proxy: it refuses the listener and keeps the old one, and a new Pod listens nowhere.",
  fix: "Write INSERT_BEFORE and the name of the last filter.",
  url: "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-Patch-Operation",
  fires: objects("INSERT_AFTER # found"),
  silent: objects("INSERT_BEFORE"),
  *run({ spec }) {
    const patches = spec.configPatches ?? [];
    for (const [i, patch] of patches.entries()) {
      // Who takes the last one out puts another in its place.
      const isReplaced = patches.some(
        (one) =>
          one.applyTo === patch.applyTo &&
          one.patch?.operation === "REMOVE" &&
          terminal[one.applyTo ?? ""]?.includes(soughtBy(one)),
      );
      const problem = isReplaced ? undefined : behindLast(patch);
      if (problem !== undefined) {
        const path = `spec.configPatches[${i}].patch.operation`;
        yield {
          path,
          message: `${problem}, and no filter may stand behind that`,
          ...(soughtBy(patch) !== "" && { fix: { path, value: "INSERT_BEFORE" } }),
        };
      }
    }
  },
});
