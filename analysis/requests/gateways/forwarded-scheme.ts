import type { Mesh } from "../../mesh/mesh";
import type { MeshProxy } from "../mesh-proxy";
import { trustedProxies } from "../proxy-settings";
import type { HttpRequest } from "../request";

/** The scheme that a proxy before the gateway says a request came by, where the gateway believes it. */
export function forwardedScheme(
  mesh: Mesh,
  { workload }: MeshProxy,
  { headers }: HttpRequest,
): HttpRequest["scheme"] | undefined {
  const said = headers["x-forwarded-proto"];
  return (said === "http" || said === "https") && trustedProxies(mesh, workload) > 0
    ? said
    : undefined;
}
