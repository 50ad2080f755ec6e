import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Call } from "../call";
import { credentialProblem } from "./credential";
import type { ServerTls } from "./gateway-config";

/** Whether a client is of the mesh, and proves it where it is asked to. */
const hasMeshCertificate = ({ workload }: Call["peer"]): boolean =>
  workload !== undefined && (workload.mode === "sidecar" || workload.gateway !== undefined);

/** Why a gateway that ends TLS has nothing to show: its own certificates are not there, or not usable. */
export function certificateProblem(
  mesh: Mesh,
  gateway: Workload,
  { mode, problem, credentials }: ServerTls,
): string | undefined {
  if (mode === "ISTIO_MUTUAL") {
    return undefined;
  }
  const faults = credentials.map(({ namespace = gateway.namespace, name }) =>
    credentialProblem(mesh, namespace, name),
  );
  const isUsable = faults.length === 0 || faults.some((fault) => fault === undefined);
  return problem ?? (isUsable ? undefined : faults[0]);
}

/** Whether a gateway that ends TLS refuses a client that has not the certificate that is wanted. */
export function isClientRefused({ mode }: ServerTls, { peer, clientCertificate }: Call): boolean {
  return mode === "ISTIO_MUTUAL"
    ? !hasMeshCertificate(peer)
    : mode === "MUTUAL" && clientCertificate === undefined;
}
