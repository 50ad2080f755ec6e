import { serviceOfHost } from "../../../../values/service-host";
import type { Mesh } from "../../../mesh/mesh";
import type { Host, HostPort } from "../../../mesh/model/services";
import type { Workload } from "../../../mesh/model/workloads";
import { Thing } from "../../../mesh/scope";
import { type Backend, workloadBackend } from "./backend";
import type { Backends } from "./backends-of";
import { hasIp, isEntry, isGroup, machineBackend, machineSpec } from "./machine";
import { sliceBackends } from "./slices";

/** The port of Pods that a Service's port leads to; undefined where they have none of its name. */
function podPort({ ports }: Workload, { targetPort, transport }: HostPort): number | undefined {
  return typeof targetPort === "string"
    ? ports.find(({ name, protocol }) => name === targetPort && protocol === transport)?.port
    : targetPort;
}

/** The port of a machine that a Service's port leads to: machines name their ports as the Service does. */
function machinePort(workload: Workload, { targetPort, name, port }: HostPort): number | undefined {
  const { ports = {} } = machineSpec(workload);
  return typeof targetPort === "string"
    ? ports[targetPort]
    : ports[name ?? ""] || targetPort || port;
}

function ofWorkload(mesh: Mesh, host: Host, port: HostPort, workload: Workload): Backend[] {
  if (isGroup(workload) || workload.replicas === 0) {
    return [];
  }
  if (!isEntry(workload)) {
    const own = podPort(workload, port);
    return own === undefined ? [] : [workloadBackend(mesh, workload, own)];
  }
  const own = host.headless || !hasIp(workload) ? undefined : machinePort(workload, port);
  return own === undefined ? [] : [machineBackend(mesh, workload, own)];
}

/** Who stands behind a port of a Service: the Pods and machines that it chooses, else those that its slices name. */
export function serviceBackends(mesh: Mesh, host: Host, port: HostPort): Backends {
  if (host.selector === undefined) {
    return sliceBackends(mesh, host, port);
  }
  const chosen = mesh.podsOf(host);
  return {
    all: chosen.flatMap((workload) => ofWorkload(mesh, host, port, workload)),
    known:
      chosen.some((workload) => !isGroup(workload)) ||
      mesh.speaksFor(Thing.Workload, host.namespace, serviceOfHost(host.host)?.[1] ?? ""),
  };
}
