import type { Declared } from "../declared-set";
import { type Fields, fields, number, text, texts } from "../fields";
import type { Mesh } from "../mesh";
import { fitsSelector, type LabelSelector } from "./selector";
import type { Host, HostPort } from "./services";

/** The namespaces that a ServiceMonitor or PodMonitor looks into; undefined for all of them. */
export function monitoredNamespaces({ id, object }: Declared): readonly string[] | undefined {
  const { any, matchNames } = fields(fields(object.spec).namespaceSelector);
  if (any === true) {
    return undefined;
  }
  return Array.isArray(matchNames) && matchNames.length > 0
    ? matchNames.map(String)
    : [id.namespace];
}

/** The selector of an object's field, as far as it is well-formed. */
export function selectorIn(value: unknown): LabelSelector {
  const own = fields(value);
  return { ...own, matchLabels: texts(own.matchLabels) };
}

const fitting = ({ object }: Declared, hosts: readonly Host[]): readonly Host[] => {
  const wanted = selectorIn(fields(object.spec).selector);
  return hosts.filter(
    ({ source }) => source.id.kind === "Service" && fitsSelector(wanted, source.labels),
  );
};

/** The Services, in whatever namespace, whose labels a ServiceMonitor asks for. */
export const servicesLike = (mesh: Mesh, monitor: Declared): readonly Host[] =>
  fitting(monitor, mesh.hosts.all);

/** The Services that a ServiceMonitor has metrics read from. */
export const monitoredServices = (monitor: Declared, mesh: Mesh): readonly Host[] =>
  fitting(
    monitor,
    monitoredNamespaces(monitor)?.flatMap((place) => mesh.hosts.servicesIn(place)) ??
      mesh.hosts.all,
  );

/** Ports of a Service that an endpoint means, by the name of the Service's or the Pods' port. */
export const endpointPorts = (host: Host, { port, targetPort }: Fields): HostPort[] =>
  host.ports.filter((own) =>
    targetPort === undefined
      ? own.name !== undefined && own.name === text(port)
      : own.targetPort === (number(targetPort) ?? text(targetPort)),
  );
