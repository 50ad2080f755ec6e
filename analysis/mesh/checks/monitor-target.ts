import { check, type Found, type Verdict } from "../check";
import { nearMiss } from "../chosen";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf, objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import {
  endpointPorts,
  monitoredNamespaces,
  monitoredServices,
  selectorIn,
  servicesLike,
} from "../model/monitors";
import { fitsSelector } from "../model/selector";
import type { Host } from "../model/services";
import { Thing } from "../scope";
import { slip } from "../slip";
import { labelWords, listed, quoted } from "../words";

/** Names of ports that injectors give the sidecar. */
const ofProxies: readonly string[] = ["http-envoy-prom", "status-port"];

/** Why a ServiceMonitor finds no Service; nothing where those that it looks for may be beside the set. */
function nothingFound(monitor: Declared, mesh: Mesh): Found | undefined {
  const places = monitoredNamespaces(monitor);
  const { matchLabels = {}, matchExpressions = [] } = selectorIn(
    fields(monitor.object.spec).selector,
  );
  const [elsewhere] = servicesLike(mesh, monitor);
  if (
    places === undefined ||
    (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0)
  ) {
    return undefined;
  }
  if (elsewhere !== undefined && fields(monitor.object.spec).namespaceSelector === undefined) {
    return {
      path: "spec.selector",
      message: `no Service of namespace ${listed(places)} has these labels; ${objectWords(elsewhere.source.id)} has them, and without namespaceSelector a monitor looks into its own namespace: write namespaceSelector: {matchNames: [${elsewhere.namespace}]}`,
      related: [elsewhere.source.id],
    };
  }
  const path = "spec.selector.matchLabels";
  const all = places
    .flatMap((place) => mesh.hosts.servicesIn(place))
    .map(({ source }) => source.labels);
  const { words, fix } = nearMiss(matchLabels, all, path);
  // Other namespaces, such as Kubernetes' own, have Services that no set declares.
  const isKnown = places.every(
    (place) =>
      mesh.speaksFor(Thing.Service, place) &&
      (place === monitor.id.namespace || mesh.namespaces.get(place)?.declared === true),
  );
  if ((!isKnown && fix === undefined) || matchExpressions.length > 0) {
    return undefined;
  }
  return {
    path,
    message: `${labelWords(matchLabels)} chooses no Service of namespace ${listed(places)}: ${words}`,
    ...(fix && { fix }),
  };
}

function* unknownPorts(monitor: Declared, hosts: readonly Host[]): Iterable<Verdict> {
  const endpoints = list(fields(monitor.object.spec).endpoints);
  const names = new Set(hosts.flatMap(({ ports }) => ports.flatMap(({ name }) => name ?? [])));
  yield* each(endpoints.entries(), function* ([i, endpoint]): Iterable<Verdict> {
    const port = text(endpoint.port);
    const isThere = hosts.some((host) => endpointPorts(host, endpoint).length > 0);
    if (port === undefined || endpoint.targetPort !== undefined || isThere) {
      return;
    }
    const path = `spec.endpoints[${i}].port`;
    const { hint, fix } = slip(path, port, names);
    const has = names.size === 0 ? "which has ports without a name" : `which has ${listed(names)}`;
    yield {
      path,
      message: `${quoted(port)} is no name of a port of ${objectWords(hosts[0]?.source.id ?? monitor.id)}, ${has}${hint}`,
      related: hosts.map(({ source }) => source.id),
      ...fix,
    };
  });
}

/** Whether there are Prometheuses that say which monitors they take, and none of them takes this one. */
function isTakenByNobody(monitor: Declared, mesh: Mesh): boolean {
  const selectors = mesh.set
    .all(Kind.Prometheus)
    .map(({ object }) => selectorIn(fields(object.spec).serviceMonitorSelector).matchLabels ?? {});
  return (
    selectors.length > 0 &&
    selectors.every((wanted) =>
      Object.entries(wanted).some(([key, value]) => monitor.labels[key] !== value),
    )
  );
}

/** A PodMonitor's port that no container of the Pods has; those of the sidecar are not in their template. */
function* podPorts(monitor: Declared, mesh: Mesh): Iterable<Verdict> {
  const places = monitoredNamespaces(monitor) ?? [];
  const { selector, podMetricsEndpoints } = fields(monitor.object.spec);
  const wanted = selectorIn(selector);
  const isOpen = Object.keys(wanted.matchLabels ?? {}).length === 0;
  const pods = isOpen
    ? []
    : places
        .flatMap((place) => mesh.workloadsIn(place))
        .filter(({ labels }) => fitsSelector(wanted, labels));
  const names = new Set(pods.flatMap(({ ports }) => ports.flatMap(({ name }) => name ?? [])));
  for (const [i, { port }] of list(podMetricsEndpoints).entries()) {
    const name = text(port);
    const [first] = pods;
    if (name !== undefined && first !== undefined && ![...names, ...ofProxies].includes(name)) {
      const path = `spec.podMetricsEndpoints[${i}].port`;
      const { hint, fix } = slip(path, name, names);
      yield {
        path,
        message: `${quoted(name)} is no name of a port of ${objectWords(first.source.id)}, which has ${listed(names) || "none with a name"}${hint}`,
        related: pods.map(({ source }) => source.id),
        ...fix,
      };
    }
  }
}

const objects = (monitor: string): string => `apiVersion: v1
kind: Service
metadata: {name: roses, namespace: garden, labels: {app: roses}}
spec: {ports: [{port: 9100, name: http-metrics}], selector: {app: roses}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: roses, namespace: garden}
spec:
${monitor}`;

/** A ServiceMonitor that reads nothing. */
export const monitorTarget = check({
  id: "monitor-target",
  code: "MESH0428",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceMonitor, Kind.PodMonitor],
  summary:
    "A ServiceMonitor finds no Service, it or a PodMonitor none with its port, or no Prometheus takes it.",
  why: "Nothing is read and nobody is told: panels stay empty and alerts never come.",
  fix: "Write labels of the Service itself (not of its Pods), the name of a port of the Service, its namespace under namespaceSelector, and the labels that the Prometheus asks for.",
  url: "https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors",
  fires: objects(`  selector: {matchLabels: {app: roses}}
  endpoints:
  - port: metrics # found
`),
  silent: objects(`  selector: {matchLabels: {app: roses}}
  endpoints: [{port: http-metrics}]
`),
  *run(monitor, mesh) {
    if (kindOf(monitor.id) === Kind.PodMonitor) {
      yield* podPorts(monitor, mesh);
      return;
    }
    const hosts = monitoredServices(monitor, mesh);
    const problem = hosts.length === 0 ? nothingFound(monitor, mesh) : undefined;
    if (problem !== undefined) {
      yield problem;
    }
    if (hosts.length > 0) {
      yield* unknownPorts(monitor, hosts);
    }
    if (isTakenByNobody(monitor, mesh)) {
      const [first] = mesh.set.all(Kind.Prometheus);
      const wanted =
        selectorIn(fields(first?.object.spec).serviceMonitorSelector).matchLabels ?? {};
      yield {
        path: "metadata.labels",
        message: `${first ? objectWords(first.id) : "Prometheus"} takes ServiceMonitors with ${labelWords(wanted)}, and this one has them not`,
        related: first ? [first.id] : [],
      };
    }
  },
});
