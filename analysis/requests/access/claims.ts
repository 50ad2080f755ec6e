import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import type { HttpRequest, Token } from "../request";
import { checkToken } from "./tokens";

/** The claims of a token that a workload's proxy has checked by a RequestAuthentication; none otherwise. */
export const checkedClaims = (
  mesh: Mesh,
  workload: Workload,
  token: Token | undefined,
  http: HttpRequest | undefined,
  called?: Host,
): Readonly<Record<string, unknown>> | undefined =>
  checkToken(mesh, workload, token, http, called).claims;
