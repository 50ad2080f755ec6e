import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { hasDefaultAccessLog, knowsProviders } from "../model/providers";

/** Access logs that nobody writes. */
export const telemetryAccessLog = check({
  id: "telemetry-access-log",
  code: "IST0157",
  aliases: [],
  level: "warning",
  kinds: [Kind.Telemetry],
  summary: "A Telemetry turns access logs on without a provider, and the mesh has no default one.",
  why: "The proxies write no logs.",
  fix: "Name a provider, such as envoy, which writes to the proxy's output, or set defaultProviders.accessLogging in the mesh config.",
  url: "https://istio.io/latest/docs/tasks/observability/logs/telemetry-api/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    defaultProviders: {metrics: [prometheus]}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: errors, namespace: checkout}
spec:
  accessLogging:
  - match: {mode: SERVER} # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    defaultProviders: {accessLogging: [envoy]}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: errors, namespace: checkout}
spec:
  accessLogging:
  - match: {mode: SERVER}
`,
  *run({ spec: { accessLogging = [] } }, mesh): Iterable<Verdict> {
    for (const [i, { providers = [], disabled }] of accessLogging.entries()) {
      if (providers.length > 0 || disabled === true || hasDefaultAccessLog(mesh)) {
        continue;
      }
      const path = `spec.accessLogging[${i}]`;
      if (knowsProviders(mesh)) {
        yield {
          path,
          message: "no provider is named, and defaultProviders of the mesh config has none",
        };
      } else {
        yield { path, notDeclared: "defaultProviders of the mesh config" };
      }
    }
  },
});
