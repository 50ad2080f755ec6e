import { check } from "../check";
import { nearMiss } from "../chosen";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isIstios } from "../model/managed";
import type { Host } from "../model/services";
import type { Workload } from "../model/workloads";
import { ownHost } from "../own-host";
import { Thing } from "../scope";
import { labelWords } from "../words";

/** Pods that are called after a Service, have the ports that it leads to, and that no Service chooses. */
const calledAfter = (
  { source, ports }: Host,
  workloads: readonly Workload[],
  mesh: Mesh,
): Workload | undefined =>
  workloads.find(
    (workload) =>
      workload.name.startsWith(`${source.id.name}-`) &&
      ports.length > 0 &&
      ports.every(({ targetPort }) =>
        workload.ports.some(({ port, name }) => port === targetPort || name === targetPort),
      ) &&
      mesh.servicesOf(workload).length === 0,
  );

/** A Service that chooses no Pods, beside Pods that it seems to mean. */
export const serviceSelector = check({
  id: "service-selector",
  code: "MESH0210",
  aliases: [],
  level: "error",
  kinds: [Kind.Service],
  summary: "The selector of a Service chooses no Pods.",
  why: "Every request to it is answered with 503: it has no endpoints.",
  fix: "Write labels of the Pods' template into the selector; those of the Deployment itself do not count.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: scores, namespace: games}
spec:
  ports: [{port: 80, name: http}]
  selector: {app: scores, tier: backend} # found
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: scores, namespace: games, labels: {app: scores, tier: backend}}
spec:
  template:
    metadata: {labels: {app: scores}}
    spec: {containers: [{name: scores}]}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: scores, namespace: games}
spec:
  ports: [{port: 80, name: http}]
  selector: {app: scores}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: scores, namespace: games}
spec:
  template:
    metadata: {labels: {app: scores, tier: backend}}
    spec: {containers: [{name: scores}]}
---
apiVersion: v1
kind: Service
metadata: {name: made-by-an-operator, namespace: games}
spec:
  ports: [{port: 80, name: http}]
  selector: {operated: "true"}
`,
  *run(service, mesh) {
    const { id } = service;
    const own = ownHost(service, mesh);
    const { selector } = own ?? {};
    if (own === undefined || selector === undefined || isIstios(service)) {
      return;
    }
    const path = "spec.selector";
    if (mesh.podsOf(own).length > 0) {
      return;
    }
    if (!mesh.speaksFor(Thing.Workload, id.namespace, id.name)) {
      yield { path, notDeclared: `Pods with ${labelWords(selector)} in ${id.namespace}` };
      return;
    }
    const all = mesh.workloadsIn(id.namespace);
    const alike = all.find(({ labels }) =>
      Object.entries(selector).some(([key, value]) => labels[key] === value),
    );
    const { words, fix } = nearMiss(
      selector,
      (alike ? [alike] : all).map(({ labels }) => labels),
      path,
    );
    const meant =
      alike ??
      (fix && all.find(({ labels }) => Object.values(labels).includes(`${fix.value}`))) ??
      calledAfter(own, all, mesh);
    yield {
      path,
      message: meant
        ? `${labelWords(selector)} chooses no Pods; those of ${meant.source.id.kind} ${meant.name} have ${labelWords(meant.labels)}`
        : `${labelWords(selector)} chooses no Pods of namespace ${id.namespace}: ${words}`,
      // Pods that nothing declared is like may be an operator's.
      level: meant ? "error" : "info",
      related: meant ? [meant.source.id] : [],
      ...(fix && { fix }),
    };
  },
});
