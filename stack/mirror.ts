import { type ChartSource, ControlPlane, refusals } from "../components";
import type { StackConfig } from "./stack";

/** Where this machine fetches from instead of the addresses in the stack file. */
export interface Mirror {
  /** HTTP repository, `oci://` path or folder of Istio's charts. */
  ISTIO_MESH_CHARTS?: string;
  /** Address or file of the Gateway API manifest. */
  ISTIO_MESH_GATEWAY_API?: string;
}

function chartSource(address: string): ChartSource {
  if (/^https?:\/\//.test(address)) {
    return { repository: address };
  }
  return address.startsWith("oci://") ? { oci: address } : { path: address };
}

/** The component refuses a manifest that it would not use. */
const refusesManifest = (mesh: StackConfig["mesh"]): boolean =>
  refusals(ControlPlane, "istio", mesh).some(
    ({ propertyPath }) => propertyPath === "gatewayApi.manifest",
  );

/** The same mesh from other addresses: what is installed must not depend on the machine. */
export function withMirror(mesh: StackConfig["mesh"], mirror: Mirror): StackConfig["mesh"] {
  const { ISTIO_MESH_CHARTS, ISTIO_MESH_GATEWAY_API: manifest } = mirror;
  const charts = ISTIO_MESH_CHARTS && { charts: chartSource(ISTIO_MESH_CHARTS) };
  const elsewhere = manifest && { ...mesh, gatewayApi: { ...mesh.gatewayApi, manifest } };
  return { ...(elsewhere && !refusesManifest(elsewhere) ? elsewhere : mesh), ...charts };
}
