import { proxyConfigAnnotation } from "../../../values/known-names";
import { fields, number } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import { readFields } from "../../mesh/model/mesh-config";
import type { Workload } from "../../mesh/model/workloads";
import type { MeshProxy } from "../mesh-proxy";
import type { HttpRequest } from "../request";

const topologyOf = (config: unknown) => fields(fields(config).gatewayTopology);

const trusts = (mesh: Mesh, { annotations }: Workload): boolean => {
  const written = annotations[proxyConfigAnnotation];
  const read = written === undefined ? undefined : readFields(written);
  const own = read && "fields" in read ? topologyOf(read.fields) : {};
  const usual = topologyOf(mesh.config.all.defaultConfig);
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
