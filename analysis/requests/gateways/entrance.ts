import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Request } from "../request";

/** The gateway by which a request comes in: the one that is named, or the one whose servers know it. */
export function entranceOf(_mesh: Mesh, _request: Request): Workload {
  throw new Error("gateways are not modelled");
}
