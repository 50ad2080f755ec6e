import { type ChartSource, ControlPlane, refusals } from "../components";
import type { StackConfig } from "./stack";

/** Where this machine fetches from instead of the addresses in the stack file. */
export interface Mirror {
  /** HTTP repository, `oci://` path or folder of the charts of Istio and cert-manager. */
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

/** What a stack installs from charts; gateways take over where the mesh's come from. */
type Installed = Pick<StackConfig, "mesh" | "certManager">;

/** The component refuses a manifest that it would not use. */
const refusesManifest = (mesh: StackConfig["mesh"]): boolean =>
  refusals(ControlPlane, "istio", mesh).some(
    ({ propertyPath }) => propertyPath === "gatewayApi.manifest",
  );

/** The same mesh from other addresses. */
function meshFrom(mesh: StackConfig["mesh"], manifest: string | undefined) {
  const elsewhere = manifest && { ...mesh, gatewayApi: { ...mesh.gatewayApi, manifest } };
  return elsewhere && !refusesManifest(elsewhere) ? elsewhere : mesh;
}

/** The same from other addresses: what is installed must not depend on the machine. */
export function withMirror<Config extends Installed>(config: Config, mirror: Mirror): Config {
  const { ISTIO_MESH_CHARTS: address, ISTIO_MESH_GATEWAY_API: manifest } = mirror;
  const charts = address ? { charts: chartSource(address) } : {};
  const { mesh, certManager } = config;
  return {
    ...config,
    mesh: { ...meshFrom(mesh, manifest), ...charts },
    ...(certManager && { certManager: { ...certManager, ...charts } }),
  };
}
