import type { Mesh } from "../../mesh/mesh";
import { NotJudged } from "../../mesh/not-judged";
import type { Call } from "../call";
import type { Decision } from "../decision";
import type { MeshProxy } from "../mesh-proxy";

/** What a gateway's proxy does with a call to a port of its Service. */
export function gatewayDecision(_mesh: Mesh, _proxy: MeshProxy, _call: Call): Decision {
  throw new NotJudged("gateways are not modelled");
}
