import { isIpAddress } from "../../../values/ip";
import { principalOf } from "../../../values/principal";
import { fields, text } from "../../mesh/fields";
import { Kind } from "../../mesh/kinds";
import { kindOf } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Arrival } from "../arrival";
import type { Peer } from "../call";
import { isStandIn } from "../gateways/stand-ins";
import { trustedProxies } from "../proxy-settings";
import { readPath } from "../read-path";
import type { HttpRequest } from "../request";
import type { SeenAddress, SeenRequest, Subject } from "./subject";
import type { Seen } from "./transport";

const requestOf = (mesh: Mesh, http: HttpRequest): SeenRequest => ({
  method: http.method,
  authority: http.authority,
  target: http.path,
  path: readPath(mesh, http.path),
  headers: http.headers,
});

/** Address of a workload, where an object says it. */
function declaredAddress({ source }: Workload): string | undefined {
  const address =
    kindOf(source.id) === Kind.WorkloadEntry
      ? text(fields(source.object.spec).address)
      : kindOf(source.id) === Kind.Pod
        ? text(fields(source.object.status).podIP)
        : undefined;
  return address !== undefined && isIpAddress(address) ? address : undefined;
}

const addressOf = (workload: Workload): SeenAddress =>
  declaredAddress(workload) ?? {
    unsaid: [`the address of ${workload.name}.${workload.namespace}`],
  };

const sourceOf = ({ ip, workload }: Peer): SeenAddress =>
  ip ?? (workload === undefined ? undefined : addressOf(workload));

const forwardedFor = "x-forwarded-for";

/** An address that proxies before have told of, counted from the last of them; none where it is none. */
function toldAddress(http: HttpRequest | undefined, fromEnd: number): string | undefined {
  const told = http?.headers[forwardedFor]?.split(",").at(-fromEnd)?.trim();
  return told && isIpAddress(told) ? told : undefined;
}

/** The client as proxies before tell of it: a gateway adds whom it has seen, and sidecars pass on what they get. */
function remoteOf(
  mesh: Mesh,
  { peer, http, server }: Arrival,
  { seesRequests }: Seen,
): SeenAddress {
  if (!seesRequests) {
    return sourceOf(peer);
  }
  if (server.gateway === "chart" || server.gateway === "api") {
    const trusted = trustedProxies(mesh, server);
    return (trusted > 0 ? toldAddress(http, trusted) : undefined) ?? sourceOf(peer);
  }
  return peer.client ? sourceOf(peer.client) : (toldAddress(http, 1) ?? sourceOf(peer));
}

function proven(mesh: Mesh, { peer, hasCertificate = false }: Arrival, { isProven }: Seen) {
  if (!isProven) {
    return hasCertificate ? { unsaid: ["whom a client's own certificate names"] } : undefined;
  }
  if (peer.workload === undefined) {
    return undefined;
  }
  const { namespace, name, serviceAccount } = peer.workload;
  return isStandIn(mesh, peer.workload)
    ? { unsaid: [`as whom the gateway ${name} runs, whose Pods are not declared`] }
    : principalOf(mesh.config.trustDomain, namespace, serviceAccount);
}

/** What policies judge of what arrives. */
export function subjectOf(
  mesh: Mesh,
  arrival: Arrival,
  seen: Seen,
  claims?: Subject["claims"],
): Subject {
  const { server, peer, port, sni = "", http } = arrival;
  return {
    principal: proven(mesh, arrival, seen),
    source: sourceOf(peer),
    remote: remoteOf(mesh, arrival, seen),
    destination: addressOf(server),
    port,
    sni,
    ...(http && seen.seesRequests && { request: requestOf(mesh, http) }),
    ...(claims && { claims }),
  };
}
