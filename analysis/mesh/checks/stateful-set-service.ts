import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { quoted } from "../words";

const objects = (name: string): string => `apiVersion: v1
kind: Service
metadata: {name: ledger-nodes, namespace: vaults}
spec: {clusterIP: None, selector: {app: ledger}, ports: [{port: 7000, name: tcp-nodes}]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ledger, namespace: vaults}
spec:
  serviceName: ${name}
  template:
    metadata: {labels: {app: ledger}}
    spec: {containers: [{name: ledger, ports: [{containerPort: 7000}]}]}
`;

/** A StatefulSet whose Pods get no names. */
export const statefulSetService = check({
  id: "stateful-set-service",
  code: "MESH0345",
  aliases: [],
  level: "warning",
  kinds: [Kind.StatefulSet],
  summary: "A StatefulSet names a Service that does not exist, beside a headless one of its Pods.",
  why: "The names of its Pods are made of that Service's: none of them is found, and the nodes do not reach each other.",
  fix: "Write the name of the headless Service into serviceName.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id",
  fires: objects("ledger-headless # found"),
  silent: objects("ledger-nodes"),
  *run({ id, object }, mesh) {
    const name = text(fields(object.spec).serviceName) ?? "";
    if (name === "" || mesh.hosts.named(mesh.fullName(name, id.namespace)).length > 0) {
      return;
    }
    yield* each(mesh.workloadsOf(id), function* (workload): Iterable<Verdict> {
      const headless = mesh.servicesOf(workload).filter((service) => service.headless);
      const [only, ...more] = headless;
      if (only !== undefined) {
        const path = "spec.serviceName";
        yield {
          path,
          message: `there is no Service ${quoted(name)} in namespace ${id.namespace}; the headless one of these Pods is ${only.source.id.name}`,
          related: headless.map(({ source }) => source.id),
          ...(more.length === 0 && { fix: { path, value: only.source.id.name } }),
        };
      }
    });
  },
});
