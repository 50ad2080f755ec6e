import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Token } from "../request";

/** The claims of a token that a workload's proxy has checked by a RequestAuthentication; none otherwise. */
export function checkedClaims(
  _mesh: Mesh,
  _workload: Workload,
  _token: Token | undefined,
): Readonly<Record<string, unknown>> | undefined {
  return undefined;
}
