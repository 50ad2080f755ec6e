import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import type { Verdict } from "../arrival";
import type { Call } from "../call";
import type { Decision } from "../decision";
import { servicesBefore, targetsOf } from "../gateways/gateway-services";
import type { MeshProxy } from "../mesh-proxy";
import { arrive } from "./arrive";
import { checkToken } from "./tokens";

const tlsProtocols: readonly string[] = ["https", "tls"];

/** Whether a call is TLS of the client's own, with something inside that nobody on the way sees. */
export const isOpaqueTls = ({ protocol, http }: Pick<Call, "protocol" | "http">): boolean =>
  tlsProtocols.includes(protocol) && http === undefined;

/** The request as the proxy sees it: none where it sends bytes on. */
const seenBy = (call: Call, decision: Decision): Call["http"] =>
  decision.kind === "forward" && (decision.isOfBytes || decision.http === undefined)
    ? undefined
    : call.http;

/** The port of a gateway's Pods behind one of its Services. */
const podPort = (mesh: Mesh, workload: Workload, port: number): number =>
  targetsOf(workload, servicesBefore(mesh, workload), port)[0] ?? port;

/** Whether a gateway or a waypoint lets a call pass by its own policies. */
export function atProxy(
  mesh: Mesh,
  { kind, workload }: MeshProxy,
  call: Call,
  decision: Decision,
  called?: Host,
): Verdict {
  const http = seenBy(call, decision);
  const isWaypoint = kind === "waypoint";
  const shownName = isWaypoint
    ? isOpaqueTls({ ...call, http })
    : tlsProtocols.includes(call.protocol);
  return arrive(mesh, {
    server: workload,
    port: isWaypoint ? call.port : podPort(mesh, workload, call.port),
    tls: isWaypoint ? "HBONE" : "DISABLE",
    peer: call.peer,
    ...(called && { called }),
    ...(shownName && call.sni !== undefined && { sni: call.sni }),
    ...(http && { http }),
    ...(call.token && { token: call.token }),
    ...(!isWaypoint && call.clientCertificate && { hasCertificate: true }),
  });
}

/** The call as a gateway or waypoint sends it on: by its own name, and without a token that it has checked and keeps. */
export function sentOn(mesh: Mesh, { kind, workload }: MeshProxy, call: Call, called?: Host): Call {
  if (kind === "sidecar") {
    return call;
  }
  const { token, claims, clientCertificate, peer, ...rest } = call;
  const { isSentOn } = checkToken(mesh, workload, token, call.http, called);
  return {
    ...rest,
    peer: { workload, ...(kind === "gateway" && { client: peer }) },
    ...(token && isSentOn && { token }),
  };
}
