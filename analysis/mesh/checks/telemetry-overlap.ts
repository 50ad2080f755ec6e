import type { TelemetrySpec } from "../../../schemas/kinds/telemetry/telemetry";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { attachmentOf, chosenBy } from "../model/attachments";
import { named } from "../words";

const selecting = (mesh: Mesh): ReadonlyMap<string, readonly Declared<TelemetrySpec>[]> =>
  grouped(
    mesh.set
      .accepted(Kind.Telemetry)
      .filter((one) => Object.keys(attachmentOf(one).labels).length > 0),
    ({ id }) => id.namespace,
  );

/** Two Telemetries that select one workload. */
export const telemetryOverlap = check({
  id: "telemetry-overlap",
  code: "IST0159",
  aliases: ["KIA0003"],
  level: "error",
  kinds: [Kind.Telemetry],
  summary: "Two Telemetries of a namespace select the same Pods.",
  why: "The older one applies, and the other has no effect on them.",
  fix: "Put both into one Telemetry, or select different Pods.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0159/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: search, namespace: library}
spec: {template: {metadata: {labels: {app: search, tier: front}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: library}
spec:
  selector:
    matchLabels: {app: search} # found
  tracing: [{randomSamplingPercentage: 10}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: front, namespace: library}
spec:
  selector:
    matchLabels: {tier: front} # found
  tracing: [{disableSpanReporting: true}]
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: search, namespace: library}
spec: {template: {metadata: {labels: {app: search}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: shelves, namespace: library}
spec: {template: {metadata: {labels: {app: shelves}}}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: library}
spec:
  selector: {matchLabels: {app: search}}
  tracing: [{randomSamplingPercentage: 10}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: shelves, namespace: library}
spec:
  selector: {matchLabels: {app: shelves}}
  tracing: [{disableSpanReporting: true}]
`,
  *run(object, mesh): Iterable<Verdict> {
    const { labels, labelsPath } = attachmentOf(object);
    if (Object.keys(labels).length === 0) {
      return;
    }
    const beside = (mesh.fact(selecting).get(object.id.namespace) ?? []).filter(
      (one) => one.id !== object.id,
    );
    const own = new Set(beside.length > 0 ? chosenBy(mesh, object) : []);
    const others = beside.filter((one) =>
      chosenBy(mesh, one).some((workload) => own.has(workload)),
    );
    if (others.length > 0) {
      const ids = others.map(({ id }) => id);
      yield {
        path: labelsPath,
        message: `${named(ids)} selects some of the same Pods`,
        related: ids,
      };
    }
  },
});
