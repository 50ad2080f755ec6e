import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Call } from "../call";
import { credentialProblem } from "./credential";
import type { ServerTls } from "./gateway-config";

/** Whether a client is of the mesh, and proves it where it is asked to. */
const hasMeshCertificate = ({ workload }: Call["peer"]): boolean =>
  workload !== undefined && (workload.mode === "sidecar" || workload.gateway !== undefined);

/** What makes a handshake fail where a gateway ends TLS, in words. */
export function handshakeProblem(
  mesh: Mesh,
  gateway: Workload,
  { mode, problem, credentials }: ServerTls,
  { peer, clientCertificate }: Call,
): string | undefined {
  if (mode === "ISTIO_MUTUAL") {
    return hasMeshCertificate(peer) ? undefined : "the client has no certificate of the mesh";
  }
  const faults = credentials.map(({ namespace = gateway.namespace, name }) =>
    credentialProblem(mesh, namespace, name),
  );
  const isUsable = faults.length === 0 || faults.some((fault) => fault === undefined);
  const fault = problem ?? (isUsable ? undefined : faults[0]);
  return fault ?? (mode === "MUTUAL" && !clientCertificate ? "no client certificate" : undefined);
}
