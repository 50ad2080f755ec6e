import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";
import { isOwnPort } from "../../mesh/model/inbound-ports";
import type { Call } from "../call";
import type { Endpoint } from "../cluster";
import type { Decision } from "../decision";
import { type MeshProxy, proxyOf } from "../mesh-proxy";
import type { Protocol } from "../request";
import { serversAt } from "./applied";
import { decisionAt } from "./gateway-decision";

/** What a gateway gets of a call inside the mesh, and what it does with it. */
export interface InnerCall {
  readonly proxy: MeshProxy;
  readonly call: Call;
  readonly decision: Decision;
}

/** What the gateway sees first: TLS where the proxy before it begins some. */
function protocolOf({ tls: { mode } }: Endpoint, { protocol, http }: Call): Protocol {
  const isEncrypted = mode === "SIMPLE" || mode === "MUTUAL" || mode === "ISTIO_MUTUAL";
  if (isEncrypted) {
    return http ? "https" : "tls";
  }
  return protocol === "https" && http ? "http" : protocol;
}

/** A call that comes to the Pods of a gateway, as an egress gateway has it, unless it is for the proxy itself. */
export function innerCall(mesh: Mesh, endpoint: Endpoint, call: Call): InnerCall | undefined {
  const { workload, port, tls } = endpoint;
  const isGateway = workload?.gateway === "chart" || workload?.gateway === "api";
  if (!isGateway || isOwnPort(port)) {
    return undefined;
  }
  if (!serversAt(mesh, workload).ports.some(({ number }) => number === port)) {
    mesh.mustKnow(Kind.Gateway);
    mesh.mustKnow(Kind.ApiGateway);
  }
  const proxy = proxyOf(workload);
  const sni = tls.sni ?? call.sni;
  const inner: Call = {
    ...call,
    protocol: protocolOf(endpoint, call),
    port,
    ...(sni !== undefined && { sni }),
  };
  return { proxy, call: inner, decision: decisionAt(mesh, proxy, inner, port) };
}
