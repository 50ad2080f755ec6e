import { didYouMean } from "../../../values/closest";
import { check, type Level, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { type Fields, fields, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { canaryName, canaryTargetKind } from "../model/canaries";
import type { HostPort } from "../model/services";
import { sidecarOf } from "../model/sidecar-of";
import type { ContainerPort, Workload } from "../model/workloads";
import { ownHost } from "../own-host";
import { listed } from "../words";

/** Whether a port of a container is the one that a Service means. */
const isTarget = (target: number | string | undefined, { name, port }: ContainerPort): boolean =>
  target === port || (name !== undefined && target === name);

const said = ({ name, port }: ContainerPort): string =>
  name === undefined ? `${port}` : `${port} (${name})`;

/** Whether Pods say of some ports of a Service that they listen on them: then they need not say it of all. */
const saySome = (ports: readonly HostPort[], pods: readonly Workload[]): boolean =>
  ports.some(({ targetPort }) =>
    pods.some((pod) => pod.ports.some((own) => isTarget(targetPort, own))),
  );

/** Whether the sidecar of Pods listens on a port at the word of a Sidecar, whatever the containers do. */
const isOfSidecar = (mesh: Mesh, target: number | string | undefined, pod: Workload): boolean =>
  (sidecarOf(mesh, pod.namespace, pod.labels)?.spec.ingress ?? []).some(
    ({ port }) => port.number === target,
  );

function* judge(
  mesh: Mesh,
  { port, targetPort, path }: HostPort,
  pods: readonly Workload[],
  level: Level,
  targetPath = `${path}.targetPort`,
): Iterable<Verdict> {
  const byName = typeof targetPort === "string";
  const telling = pods.filter(({ ports, gateway }) => ports.length > 0 && gateway === undefined);
  const asked = byName ? pods.filter(({ gateway }) => gateway === undefined) : telling;
  const [first] = asked;
  if (
    first === undefined ||
    asked.some(({ ports }) => ports.some((own) => isTarget(targetPort, own))) ||
    asked.some((pod) => isOfSidecar(mesh, targetPort, pod))
  ) {
    return;
  }
  const names = first.ports.flatMap(({ name }) => name ?? []);
  const meant = byName ? didYouMean(targetPort, names) : "";
  const has = first.ports.length === 0 ? "names no ports" : `has ${listed(first.ports.map(said))}`;
  const [only] = first.ports;
  const one = asked.length === 1 && first.ports.length === 1 ? only : undefined;
  yield {
    path,
    message: `port ${port} leads to ${byName ? JSON.stringify(targetPort) : targetPort}, and ${objectWords(first.source.id)} ${has}${meant}`,
    related: asked.map(({ source }) => source.id),
    level: byName ? "error" : level,
    ...(one && { fix: { path: targetPath, value: one.name ?? one.port } }),
  };
}

/** The port of the Services that Flagger makes, and the Pods that it makes them for. */
function* ofCanary(canary: Declared<Fields>, mesh: Mesh): Iterable<Verdict> {
  const name = text(fields(fields(canary.object.spec).targetRef).name) ?? "";
  const kind = canaryTargetKind(canary);
  const target = kind === undefined ? undefined : mesh.set.find(kind, canary.id.namespace, name);
  const pods = target === undefined ? [] : mesh.workloadsOf(target.id);
  const [own] = mesh.hosts
    .named(mesh.fullName(canaryName(canary), canary.id.namespace))
    .filter(({ source }) => source === canary);
  for (const port of own?.ports ?? []) {
    yield* judge(mesh, port, pods, "warning", "spec.service.targetPort");
  }
}

/** A Service's port that leads to none of its Pods' ports. */
export const serviceTargetPort = check({
  id: "service-target-port",
  code: "KIA0701",
  aliases: [],
  level: "warning",
  kinds: [Kind.Service, Kind.Canary],
  summary: "A Service's port leads to a port that none of its Pods says it listens on.",
  why: "Connections are refused, unless the container listens without saying so; a name that no container has leads nowhere at all.",
  fix: "Set targetPort to the container's port or its name.",
  url: "https://kiali.io/docs/features/validations/#kia0701---deployment-exposing-same-port-as-service-not-found",
  fires: `apiVersion: v1
kind: Service
metadata: {name: clock, namespace: time}
spec:
  ports:
  - port: 80 # found
    name: http
  - port: 9090 # found
    name: http-metrics
    targetPort: metrcs
  selector: {app: clock}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: clock, namespace: time}
spec:
  template:
    metadata: {labels: {app: clock}}
    spec: {containers: [{name: clock, ports: [{containerPort: 8080}, {containerPort: 9100, name: metrics}]}]}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: clock, namespace: time}
spec:
  ports:
  - {port: 80, name: http, targetPort: 8080}
  - {port: 9090, name: http-metrics, targetPort: metrics}
  selector: {app: clock}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: clock, namespace: time}
spec:
  template:
    metadata: {labels: {app: clock}}
    spec: {containers: [{name: clock, ports: [{containerPort: 8080}, {containerPort: 9100, name: metrics}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: bell, namespace: time}
spec: {ports: [{port: 81, name: http}], selector: {app: bell}}
---
apiVersion: v1
kind: Pod
metadata: {name: bell, namespace: time, labels: {app: bell}}
spec: {containers: [{name: bell}]}
`,
  *run(service, mesh) {
    const { id } = service;
    if (id.namespace === mesh.config.rootNamespace) {
      return;
    }
    if (id.kind === "Canary") {
      yield* ofCanary(service, mesh);
      return;
    }
    const own = ownHost(service, mesh);
    const pods = own === undefined ? [] : mesh.podsOf(own);
    const ports = own?.ports ?? [];
    const level = saySome(ports, pods) ? "info" : "warning";
    yield* each(ports, (port) => judge(mesh, port, pods, level));
  },
});
