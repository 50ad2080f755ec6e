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

/** The Services, in whatever namespace, whose labels a ServiceMonitor asks for. */
export const servicesLike = (mesh: Mesh, { object }: Declared): readonly Host[] => {
  const wanted = selectorIn(fields(object.spec).selector);
  return mesh.hosts.all.filter(
    ({ source }) => source.id.kind === "Service" && fitsSelector(wanted, source.labels),
  );
};

/** The Services that a ServiceMonitor has metrics read from. */
export function monitoredServices(monitor: Declared, mesh: Mesh): readonly Host[] {
  const places = monitoredNamespaces(monitor);
  return servicesLike(mesh, monitor).filter(
    ({ namespace }) => places === undefined || places.includes(namespace),
  );
}

/** Ports of a Service that an endpoint means, by the name of the Service's or the Pods' port. */
export const endpointPorts = (host: Host, { port, targetPort }: Fields): HostPort[] =>
  host.ports.filter((own) =>
    targetPort === undefined
      ? own.name !== undefined && own.name === text(port)
      : own.targetPort === (number(targetPort) ?? text(targetPort)),
  );
