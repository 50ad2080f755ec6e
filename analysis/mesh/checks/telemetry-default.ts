import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { attachmentOf } from "../model/attachments";
import { named } from "../words";

const forNamespaces = (mesh: Mesh) =>
  grouped(
    mesh.set.accepted(Kind.Telemetry).filter((one) => {
      const { labels, targets } = attachmentOf(one);
      return Object.keys(labels).length === 0 && targets.length === 0;
    }),
    ({ id }) => id.namespace,
  );

/** Two Telemetries for all of a namespace. */
export const telemetryDefault = check({
  id: "telemetry-default",
  code: "IST0160",
  aliases: ["KIA0002"],
  level: "error",
  kinds: [Kind.Telemetry],
  summary: "Two Telemetries of a namespace are for all of its Pods.",
  why: "The older one applies, and the other has no effect.",
  fix: "Put both into one Telemetry, or give one a selector.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0160/",
  fires: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: sampling # found
  namespace: telemetry-lab
spec:
  tracing: [{randomSamplingPercentage: 1}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: quiet # found
  namespace: telemetry-lab
spec:
  metrics: [{overrides: [{disabled: true}]}]
`,
  silent: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: sampling, namespace: telemetry-lab}
spec:
  tracing: [{randomSamplingPercentage: 1}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: quiet, namespace: other-lab}
spec:
  metrics: [{overrides: [{disabled: true}]}]
`,
  *run(object, mesh): Iterable<Verdict> {
    const all = mesh.fact(forNamespaces).get(object.id.namespace) ?? [];
    if (all.length > 1 && all.some(({ id }) => id === object.id)) {
      const ids = all.map(({ id }) => id).filter((id) => id !== object.id);
      yield {
        path: "metadata.name",
        message: `${named(ids)} is for all Pods of namespace ${object.id.namespace} too`,
        related: ids,
      };
    }
  },
});
