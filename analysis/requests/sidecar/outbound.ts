import type { Mesh } from "../../mesh/mesh";
import { NotJudged } from "../../mesh/not-judged";
import type { Call } from "../call";
import type { Decision } from "../decision";
import type { MeshProxy } from "../mesh-proxy";

/** What a sidecar does with a call of its application. */
export function sidecarDecision(_mesh: Mesh, _proxy: MeshProxy, _call: Call): Decision {
  throw new NotJudged("sidecars are not modelled");
}
