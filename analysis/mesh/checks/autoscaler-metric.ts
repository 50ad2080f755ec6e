import { check, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { scaledTarget } from "../model/autoscalers";
import { proxyContainer, type Workload } from "../model/workloads";
import { listed, quoted } from "../words";

/** The containers that Pods run all the time, as the template has them. */
const containersOf = ({ pod }: Workload): Fields[] => [
  ...list(fields(pod.spec).containers),
  ...list(fields(pod.spec).initContainers).filter(
    ({ restartPolicy }) => restartPolicy === "Always",
  ),
];

/** Whether a container asks for an amount; a limit is asked for where nothing else is. */
function asksFor({ resources }: Fields, name: string): boolean {
  const { requests, limits } = fields(resources);
  return fields(requests)[name] !== undefined || fields(limits)[name] !== undefined;
}

/** What a metric counts of each container, or of one, as a part of what it asks for. */
function utilization(metric: Fields): { name: string; container: string | undefined } | undefined {
  const own = fields(
    metric.type === "ContainerResource" ? metric.containerResource : metric.resource,
  );
  const isPart = fields(own.target).type === "Utilization";
  const name = text(own.name);
  return isPart && name !== undefined ? { name, container: text(own.container) } : undefined;
}

const objects = (resources: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: looms, namespace: mill}
spec:
  template:
    metadata: {labels: {app: looms}}
    spec: {containers: [{name: looms, resources: ${resources}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: looms, namespace: mill}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: looms}
  maxReplicas: 9
  metrics:
  - type: Resource
    resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}`;

/** An autoscaler that goes by a part of what nobody asks for. */
export const autoscalerMetric = check({
  id: "autoscaler-metric",
  code: "MESH0429",
  aliases: [],
  level: "warning",
  kinds: [Kind.HorizontalAutoscaler],
  summary:
    "An autoscaler goes by the use of what a container asks for, and it asks for none; or there is no such container.",
  why: "The use cannot be counted (missing request for cpu): the workload keeps its number of Pods.",
  fix: "Write resources.requests of every container, or count one of them by a metric of type ContainerResource.",
  url: "https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#algorithm-details",
  fires: `${objects("{limits: {memory: 1Gi}}").replace("type: Resource\n", "type: Resource # found\n")}
`,
  silent: `${objects("{requests: {cpu: 100m}}")}
`,
  *run(autoscaler, mesh) {
    const { namespace } = autoscaler.id;
    const { kind, name } = scaledTarget(autoscaler);
    // Who sets amounts by other means is beside the template.
    const isSet = [Kind.LimitRange, Kind.VerticalAutoscaler].some((one) =>
      mesh.set.has(one, namespace),
    );
    const workload = mesh
      .workloadsIn(namespace)
      .find((one) => one.name === name && one.source.id.kind === kind);
    if (workload === undefined) {
      return;
    }
    const containers = containersOf(workload).filter((one) => one.name !== proxyContainer);
    const metrics = list(fields(autoscaler.object.spec).metrics);
    yield* each(metrics.entries(), function* ([i, metric]): Iterable<Verdict> {
      const { name: amount, container } = utilization(metric) ?? {};
      if (amount === undefined) {
        return;
      }
      const names = containers.map((one) => text(one.name) ?? "");
      const path = `spec.metrics[${i}]`;
      if (container !== undefined && container !== proxyContainer && !names.includes(container)) {
        yield {
          path: `${path}.containerResource.container`,
          message: `${objectWords(workload.source.id)} has no container ${quoted(container)}; it has ${listed(names)}`,
          related: [workload.source.id],
        };
        return;
      }
      const without = containers.filter(
        (one) => (container === undefined || one.name === container) && !asksFor(one, amount),
      );
      const hasOwn = fields(fields(workload.pod.spec).resources).requests !== undefined;
      if (without.length > 0 && !isSet && !hasOwn) {
        yield {
          path: `${path}.type`,
          message: `container ${listed(without.map((one) => text(one.name) ?? ""))} of ${objectWords(workload.source.id)} asks for no ${amount}, of which a part is to be counted`,
          related: [workload.source.id],
        };
      }
    });
  },
});
