import { waypointClass } from "../../../values/known-names";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";

/** Classes that istiod makes itself. */
const ownClasses: readonly string[] = ["istio", "istio-remote", waypointClass, "istio-east-west"];

/** How the names of Istio's controllers of Gateways begin. */
const controllers = "istio.io/";

/** Names of all classes of Gateways: those that are declared, and those that istiod makes. */
export const gatewayClasses = (mesh: Mesh): ReadonlySet<string> =>
  new Set([...ownClasses, ...mesh.set.all(Kind.GatewayClass).map(({ id }) => id.name)]);

/** Whether a Gateway of a class is Istio's; a class that is not declared is known by its name. */
export function isClassOfIstio(mesh: Mesh, name: string): boolean {
  const declared = mesh.set.find(Kind.GatewayClass, "", name);
  return declared === undefined
    ? ownClasses.includes(name)
    : declared.spec.controllerName.startsWith(controllers);
}
