import { check } from "../check";
import { Kind } from "../kinds";
import { selectorProblems } from "../selector-problem";

/** A Telemetry for Pods that do not exist. */
export const telemetrySelector = check({
  id: "telemetry-selector",
  code: "IST0101",
  aliases: ["KIA0004"],
  level: "warning",
  kinds: [Kind.Telemetry],
  summary: "No Pod has the labels that a Telemetry selects.",
  why: "It applies to nothing: what it turns on is off, and what it turns off is on.",
  fix: "Select labels that the Pods of the namespace have.",
  url: "https://istio.io/latest/docs/reference/config/telemetry/#Telemetry",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: player, namespace: music}
spec: {template: {metadata: {labels: {app: player}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: player, namespace: music}
spec:
  selector:
    matchLabels:
      app: playr # found
  tracing: [{randomSamplingPercentage: 50}]
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: player, namespace: music}
spec: {template: {metadata: {labels: {app: player, tier: web}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: player, namespace: music}
spec:
  selector: {matchLabels: {app: player}}
  tracing: [{randomSamplingPercentage: 50}]
`,
  *run(object, mesh) {
    yield* selectorProblems(mesh, object);
  },
});
