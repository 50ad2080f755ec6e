import { check } from "../check";
import { Kind } from "../kinds";

const url = "https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging";

/** A filter of access logs that holds for nobody. */
export const telemetryFilter = check({
  id: "telemetry-filter",
  code: "MESH0374",
  aliases: [],
  level: "warning",
  kinds: [Kind.Telemetry],
  summary: "A filter of access logs stands in an entry that names no provider.",
  why: "istiod keeps a filter with the providers of its own entry: every request is logged, those that the filter leaves out too.",
  fix: "Write the filter into the entry that names the provider, or name the provider beside the filter.",
  url,
  fires: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: failures, namespace: bakery}
spec:
  accessLogging:
  - providers: [{name: envoy}]
  - filter: {expression: response.code >= 500} # found
`,
  silent: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: failures, namespace: bakery}
spec:
  accessLogging:
  - providers: [{name: envoy}]
    filter: {expression: response.code >= 500}
  - {disabled: true, match: {mode: CLIENT}}
`,
  *run({ spec: { accessLogging = [] } }) {
    for (const [i, { providers = [], filter, disabled }] of accessLogging.entries()) {
      if (filter?.expression !== undefined && providers.length === 0 && disabled !== true) {
        const named = accessLogging.flatMap((one) => one.providers ?? [])[0]?.name;
        yield {
          path: `spec.accessLogging[${i}].filter`,
          message: `no provider is named in this entry, so that the filter holds for none; write it beside providers${named === undefined ? "" : ` (${named})`}`,
        };
      }
    }
  },
});
