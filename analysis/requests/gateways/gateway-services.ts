import { fullName } from "../../../values/service-host";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";

/** The Services before a gateway's Pods: declared ones, or the one that istiod makes of a Gateway. */
export function servicesBefore(mesh: Mesh, workload: Workload): readonly Host[] {
  const declared = mesh.servicesOf(workload);
  const own = mesh.hosts
    .named(fullName(workload.name, workload.namespace, mesh.config.domain))
    .filter(({ source: { id } }) => id.kind === "Gateway" && workload.source.id.kind === "Gateway");
  return [...declared, ...own];
}

/** Ports of the Pods to which a port of Services leads; those whose name no container has lead nowhere. */
export function targetsOf(
  workload: Workload,
  services: readonly Host[],
  wanted: number,
): readonly number[] {
  const all = services
    .flatMap(({ ports }) => ports)
    .filter(({ port }) => port === wanted)
    .flatMap(({ targetPort, port }) =>
      typeof targetPort === "string"
        ? workload.ports.filter(({ name }) => name === targetPort).map((own) => own.port)
        : (targetPort ?? port),
    );
  return [...new Set(all)];
}

/** Label of a Service whose ports Gateways do not name. */
const untranslated = "experimental.istio.io/disable-gateway-port-translation";

/** Ports of the Pods that a port of one of Istio's Gateways stands for: it may be the Service's or the Pods'. */
export function meantPort(
  workload: Workload,
  services: readonly Host[],
  number: number,
): readonly number[] {
  const translated = services.filter(({ source }) => source.labels[untranslated] === undefined);
  const [first = number] = targetsOf(workload, translated, number);
  return [first];
}
