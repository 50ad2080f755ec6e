import { check } from "../check";
import { Kind } from "../kinds";
import type { Labels } from "../model/selector";
import { labelWords, named } from "../words";

const inOrder = (labels: Labels): string =>
  labelWords(Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Two WorkloadGroups with the same labels. */
export const workloadGroupLabels = check({
  id: "workload-group-labels",
  code: "KIA1702",
  aliases: [],
  level: "warning",
  kinds: [Kind.WorkloadGroup],
  summary: "Two WorkloadGroups of a namespace give their machines the same labels.",
  why: "Services and policies cannot tell the machines of one from those of the other.",
  fix: "Give each group a label of its own.",
  url: "https://kiali.io/docs/features/validations/#kia1702---more-than-one-workload-group-with-duplicate-labels-found-in-the-same-namespace",
  fires: `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: east, namespace: plant}
spec:
  metadata:
    labels: {app: meter} # found
  template: {}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: west, namespace: plant}
spec:
  metadata:
    labels: {app: meter} # found
  template: {}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: east, namespace: plant}
spec:
  metadata:
    labels: {app: meter}
  template: {}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: west, namespace: depot}
spec:
  metadata:
    labels: {app: meter}
  template: {}
`,
  *run({ id, spec }, mesh) {
    const own = spec.metadata?.labels;
    const others = mesh.set
      .all(Kind.WorkloadGroup)
      .filter(
        (group) =>
          group.id !== id &&
          group.id.namespace === id.namespace &&
          own !== undefined &&
          inOrder(group.spec.metadata?.labels ?? {}) === inOrder(own),
      )
      .map((group) => group.id);
    if (others.length > 0) {
      yield {
        path: "spec.metadata.labels",
        message: `${named(others)} has the labels ${labelWords(own ?? {})} too`,
        related: others,
      };
    }
  },
});
