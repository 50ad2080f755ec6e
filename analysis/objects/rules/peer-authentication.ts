import type { Finding } from "../finding";
import type { MeshObject } from "../mesh-object";
import { selectorFindings } from "./primitives/attachment";
import { field } from "./primitives/place";

/** Everything else that istiod asks for is in the schema. */
export const peerAuthenticationRules = ({ spec }: MeshObject): Finding[] =>
  selectorFindings(field({ path: "spec", value: spec }, "selector"));
