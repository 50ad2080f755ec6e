import { fields, number } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { MeshProxy } from "../mesh-proxy";
import { ownSettings, usualSettings } from "../proxy-settings";
import type { HttpRequest } from "../request";

const topologyOf = (config: unknown) => fields(fields(config).gatewayTopology);

const trusts = (mesh: Mesh, workload: Workload): boolean => {
  const own = topologyOf(ownSettings(workload));
  const usual = topologyOf(usualSettings(mesh));
  return (number(own.numTrustedProxies) ?? number(usual.numTrustedProxies) ?? 0) > 0;
};

/** The scheme that a proxy before the gateway says a request came by, where the gateway believes it. */
export function forwardedScheme(
  mesh: Mesh,
  { workload }: MeshProxy,
  { headers }: HttpRequest,
): HttpRequest["scheme"] | undefined {
  const said = headers["x-forwarded-proto"];
  return (said === "http" || said === "https") && trusts(mesh, workload) ? said : undefined;
}
