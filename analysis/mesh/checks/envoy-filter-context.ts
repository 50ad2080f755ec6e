import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { attachmentOf, chosenBy } from "../model/attachments";

const areForBoth = (contexts: readonly string[]): boolean =>
  contexts.includes("GATEWAY") && contexts.some((one) => one.startsWith("SIDECAR_"));

const filter = (context: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: bells, namespace: tower}
spec:
  template:
    metadata: {labels: {app: bells}}
    spec: {containers: [{name: bells}]}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: bells, namespace: tower, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  priority: 10
  workloadSelector: {labels: {app: bells}}
  configPatches:
  - applyTo: NETWORK_FILTER
    match:
      context: ${context}
      listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager}}}
    patch:
      operation: MERGE
      value:
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
          stream_idle_timeout: 60s
`;

/** A patch for proxies of another sort than those that its EnvoyFilter selects. */
export const envoyFilterContext = check({
  id: "envoy-filter-context",
  code: "MESH0342",
  aliases: [],
  level: "warning",
  kinds: [Kind.EnvoyFilter],
  summary: "A patch is for gateways and its EnvoyFilter selects sidecars, or the other way round.",
  why: "A patch applies to proxies of its context alone: it changes nothing, and nobody is told.",
  fix: "Write SIDECAR_INBOUND or SIDECAR_OUTBOUND for sidecars, and GATEWAY for gateways.",
  url: "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-PatchContext",
  fires: filter("GATEWAY # found"),
  silent: filter("SIDECAR_INBOUND"),
  *run(object, mesh): Iterable<Verdict> {
    const hasSelector = Object.keys(attachmentOf(object).labels).length > 0;
    const chosen = hasSelector ? chosenBy(mesh, object) : [];
    const [first] = chosen;
    const contexts = (object.spec.configPatches ?? []).map(({ match }) => match?.context ?? "ANY");
    // One that has patches for both sorts is for whatever it selects.
    if (areForBoth(contexts)) {
      return;
    }
    for (const [i, context] of contexts.entries()) {
      const isForGateways = context === "GATEWAY";
      const isOther =
        (isForGateways || context.startsWith("SIDECAR_")) &&
        chosen.every(({ gateway }) => (gateway === undefined) === isForGateways);
      if (first !== undefined && isOther) {
        yield {
          path: `spec.configPatches[${i}].match.context`,
          message: `${context} is for ${isForGateways ? "gateways" : "sidecars"}, and ${objectWords(first.source.id)}, which the EnvoyFilter selects, is ${isForGateways ? "none" : "a gateway"}`,
          related: chosen.map(({ source }) => source.id),
        };
      }
    }
  },
});
