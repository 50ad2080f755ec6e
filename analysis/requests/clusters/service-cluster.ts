import { serviceOfHost } from "../../../values/service-host";
import type { Mesh } from "../../mesh/mesh";
import type { Host, HostPort } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import type { Call } from "../call";
import type { Cluster, HopTls } from "../cluster";
import { stepOf } from "../trail";
import { isKubernetes } from "../visibility/order";
import { takesHbone, workloadBackend } from "./backends/backend";
import { backendsOf } from "./backends/backends-of";
import { addressed } from "./names/addresses";
import { type Found, hostCalled } from "./names/host-called";
import { withShares } from "./shares";

/** How a client without a proxy of its own, or with ztunnel, is spoken for. */
function hopFrom(mesh: Mesh, client: Workload | undefined) {
  return ({ workload, hbone }: { workload?: Workload; hbone: boolean }): HopTls => {
    const takes = workload === undefined ? hbone : takesHbone(mesh, workload);
    return { mode: client?.mode === "ambient" && takes ? "HBONE" : "DISABLE" };
  };
}

const noOne = { endpoints: [], known: true, settings: {} } as const;

/** Pods that are called at their own addresses: no port of the Service is asked for. */
function headless(mesh: Mesh, { host, pods }: Found, call: Call): Cluster {
  const chosen = pods ?? mesh.podsOf(host);
  const backends = chosen
    .filter(({ replicas }) => replicas !== 0)
    .map((workload) => workloadBackend(mesh, workload, call.port));
  return {
    host,
    port: call.port,
    ...noOne,
    known: chosen.length > 0,
    endpoints: withShares(backends, hopFrom(mesh, call.peer.workload)),
    steps: [stepOf(host.source, host.path)],
  };
}

function atPort(mesh: Mesh, host: Host, port: HostPort, call: Call): Cluster {
  const { all, known } = backendsOf(mesh, host, port);
  return {
    host,
    port: port.port,
    ...noOne,
    known,
    endpoints: withShares(all, hopFrom(mesh, call.peer.workload)),
    steps: [stepOf(host.source, host.path)],
  };
}

/** What is called at an IP address: a Service, or a Pod. */
function atAddress(mesh: Mesh, ip: string, call: Call): Cluster | undefined {
  const { host, workload } = addressed(mesh, ip);
  if (workload !== undefined) {
    const backend = workloadBackend(mesh, workload, call.port);
    return {
      port: call.port,
      ...noOne,
      endpoints: withShares([backend], hopFrom(mesh, call.peer.workload)),
      steps: [],
    };
  }
  return host && ofHost(mesh, { host }, call);
}

function ofHost(mesh: Mesh, found: Found, call: Call): Cluster {
  const { host } = found;
  if (host.externalName !== undefined) {
    return ofName(mesh, host.externalName, host, call);
  }
  if (isKubernetes(host) && host.headless && host.selector !== undefined) {
    return headless(mesh, found, call);
  }
  const port = host.ports.find((one) => one.port === call.port);
  return port === undefined
    ? { host, port: call.port, ...noOne, steps: [stepOf(host.source, host.path)] }
    : atPort(mesh, host, port, call);
}

/** A Service that stands for another name, of the cluster or outside. */
function ofName(mesh: Mesh, name: string, host: Host, call: Call): Cluster {
  const other = serviceOfHost(name) ? mesh.hosts.named(name).find(isKubernetes) : undefined;
  return other !== undefined && other.externalName === undefined
    ? ofHost(mesh, { host: other }, call)
    : {
        host,
        port: call.port,
        ...noOne,
        endpoints: [{ address: name, port: call.port, share: 100, tls: { mode: "DISABLE" } }],
        steps: [stepOf(host.source, "spec.externalName")],
      };
}

/**
 * What stands behind a Service for a client without a proxy that routes: its Pods, as Kubernetes chooses. Undefined
 * where nobody of the cluster has the name or the address.
 */
export function serviceCluster(mesh: Mesh, call: Call): Cluster | undefined {
  if (call.address !== undefined) {
    return atAddress(mesh, call.address, call);
  }
  const found = hostCalled(mesh, call);
  return found ? ofHost(mesh, found, call) : atAddress(mesh, call.host, call);
}
