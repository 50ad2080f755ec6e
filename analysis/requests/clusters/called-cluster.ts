import type { Mesh } from "../../mesh/mesh";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import { isKubernetes } from "../visibility/order";
import type { Built } from "./built-cluster";
import { serviceCluster } from "./service-cluster";

const whole = 100;

/** The name that a request is for, as a proxy reads it. */
const requestedName = ({ http, sni, host }: Call): string => {
  const name = http?.authority ?? sni ?? host;
  const colon = name.lastIndexOf(":");
  return colon === -1 || name.endsWith("]") ? name : name.slice(0, colon);
};

/**
 * The cluster of a host whose proxy goes on to the address that was called, or to the name that the request is for:
 * who stands at that address, whatever host the route names.
 */
export function calledCluster(
  mesh: Mesh,
  { cluster, discovery, calledTls }: Built,
  call: Call,
): Cluster {
  const outside = (address: string, port: number): Cluster => ({
    ...cluster,
    endpoints: [{ address, port, share: whole, tls: calledTls }],
    known: true,
  });
  if (discovery === "requested") {
    return outside(requestedName(call), cluster.port);
  }
  const called = serviceCluster(mesh, call);
  const target = cluster.host && targetPort(cluster);
  // Only proxies know the addresses of a ServiceEntry: the connection goes on to whoever has them.
  if (called === undefined || (called.host !== undefined && !isKubernetes(called.host))) {
    return outside(call.address ?? call.host, target ?? call.port);
  }
  return {
    ...cluster,
    ...(called.host && { host: called.host }),
    port: called.port,
    known: called.known,
    endpoints: called.endpoints.map((endpoint) => ({
      ...endpoint,
      ...(target !== undefined && { port: target }),
      tls: calledTls,
    })),
  };
}

/** The port to which a ServiceEntry sends what comes to another one. */
function targetPort({ host, port }: Cluster): number | undefined {
  if (host === undefined || isKubernetes(host)) {
    return undefined;
  }
  const own = host.ports.find((one) => one.port === port);
  return own && typeof own.targetPort === "number" && own.targetPort !== own.port
    ? own.targetPort
    : undefined;
}
