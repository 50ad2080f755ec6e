import type { Mesh } from "../../mesh/mesh";
import { NotJudged } from "../../mesh/not-judged";
import type { Arrival, Verdict } from "../arrival";

/**
 * Whether a call is taken where it arrives, by what stands before the server (a sidecar, ztunnel, nothing) or
 * by a gateway or waypoint itself: PeerAuthentication, RequestAuthentication, AuthorizationPolicy.
 */
export function arrive(_mesh: Mesh, _arrival: Arrival): Verdict {
  throw new NotJudged("access is not modelled");
}
