import type {
  ServiceEntryEndpoint,
  ServiceEntrySpec,
} from "../../../../schemas/kinds/networking/service-entry";
import type { Mesh } from "../../../mesh/mesh";
import type { Labels } from "../../../mesh/model/selector";
import type { Host, HostPort } from "../../../mesh/model/services";
import type { Workload } from "../../../mesh/model/workloads";
import { Thing } from "../../../mesh/scope";
import { type Backend, isMutualMachine, labelledLocality, workloadBackend } from "./backend";
import type { Backends } from "./backends-of";
import { hasIp, isEntry, isGroup, machineBackend, machineSpec } from "./machine";

const entryOf = ({ source }: Host): ServiceEntrySpec => source.spec as ServiceEntrySpec;

/** Whether the names of a ServiceEntry are looked up by each proxy. */
const isOfDns = (host: Host): boolean => {
  const { resolution = "NONE" } = entryOf(host);
  return resolution === "DNS" || resolution === "DNS_ROUND_ROBIN";
};

/** Whether proxies ask one of the addresses of its name at a time. */
export const asksOneByOne = (host: Host): boolean => entryOf(host).resolution === "DNS_ROUND_ROBIN";

const targetOf = ({ targetPort, port }: HostPort): number =>
  typeof targetPort === "number" && targetPort > 0 ? targetPort : port;

const portIn = (ports: Readonly<Record<string, number | undefined>>, port: HostPort): number =>
  ports[port.name ?? ""] || targetOf(port);

function ofEndpoint(
  {
    address = "",
    labels = {},
    locality = "",
    ports = {},
    serviceAccount,
    weight = 0,
  }: ServiceEntryEndpoint,
  { namespace }: Host,
  port: HostPort,
): Backend {
  const place = locality || labelledLocality(labels);
  return {
    ...(address !== "" && { address }),
    port: address.startsWith("unix://") ? 0 : portIn(ports, port),
    weight: Math.max(weight, 1),
    namespace,
    labels,
    mutual: isMutualMachine(labels, serviceAccount),
    hbone: false,
    ...(place && { locality: place }),
  };
}

const portsByName = ({ ports }: Workload): Record<string, number> =>
  Object.fromEntries(
    ports
      .filter(({ name, protocol }) => name !== undefined && protocol === "TCP")
      .map(({ name, port }) => [name, port])
      .reverse(),
  );

const ofWorkload = (mesh: Mesh, workload: Workload, port: HostPort): Backend =>
  isEntry(workload)
    ? machineBackend(mesh, workload, portIn(machineSpec(workload).ports ?? {}, port))
    : workloadBackend(mesh, workload, portIn(portsByName(workload), port));

/** The Pods and machines that a ServiceEntry chooses, in istiod's order: Pods first, by name. */
function chosenBy(mesh: Mesh, host: Host, labels: Labels): readonly Workload[] {
  const rank = (workload: Workload) => `${isEntry(workload) ? 1 : 0} ${workload.name}`;
  const byName = isOfDns(host);
  return mesh
    .selected(labels, host.namespace)
    .filter((workload) => !isGroup(workload) && (byName || !isEntry(workload) || hasIp(workload)))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Who stands behind a port of a host of a ServiceEntry. */
export function entryBackends(mesh: Mesh, host: Host, port: HostPort): Backends {
  const { endpoints = [], workloadSelector } = entryOf(host);
  const byName = isOfDns(host);
  if (workloadSelector !== undefined) {
    const chosen = chosenBy(mesh, host, workloadSelector.labels ?? {});
    return {
      all: chosen
        .filter(({ replicas }) => replicas !== 0)
        .map((workload) => ofWorkload(mesh, workload, port)),
      known: chosen.length > 0 || mesh.speaksFor(Thing.Workload, host.namespace),
    };
  }
  if (endpoints.length === 0 && byName) {
    const all: Backend[] = [
      {
        address: host.host,
        port: targetOf(port),
        weight: 1,
        namespace: host.namespace,
        labels: {},
        mutual: false,
        hbone: false,
      },
    ];
    return { all, known: true };
  }
  return { all: endpoints.map((endpoint) => ofEndpoint(endpoint, host, port)), known: true };
}
