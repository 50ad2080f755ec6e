import { waypointClass } from "../../../values/known-names";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";

/** Classes that istiod makes itself. */
const ownClasses: readonly string[] = ["istio", "istio-remote", waypointClass, "istio-east-west"];

/** Names of all classes of Gateways: those that are declared, and those that istiod makes. */
export const gatewayClasses = (mesh: Mesh): ReadonlySet<string> =>
  new Set([...ownClasses, ...mesh.set.all(Kind.GatewayClass).map(({ id }) => id.name)]);
