import { gatewayFact } from "../traffic/gateway-known";
import type { DeclaredMeshObject } from "./declared-mesh-object";
import { fact, type Part } from "./part";
import { fields, list, text } from "./plain-fields";

const waypointLabel = "istio.io/waypoint-for";

/** Whether routes and policies of one namespace alone reach it. */
const isOnlyOwn = (listeners: unknown): boolean =>
  list(listeners).every(({ allowedRoutes }) => {
    const from = fields(fields(allowedRoutes).namespaces).from;
    return from === undefined || from === "Same";
  });

/** A Gateway of the Gateway API, which may be a waypoint. */
export function gatewayOfApi({ owner, namespace, name, labels, spec }: DeclaredMeshObject): Part {
  const known = gatewayFact(namespace, name, "metadata", { dialect: "gateway-api" });
  if (text(spec.gatewayClassName) !== "istio-waypoint") {
    return { facts: [known] };
  }
  const waypointFor = text(labels[waypointLabel]);
  return {
    facts: [
      known,
      fact({
        topic: "waypoint",
        key: [namespace, name],
        path: "metadata",
        value: {
          owner,
          namespace,
          name,
          ...(waypointFor !== undefined && { waypointFor }),
          ...(isOnlyOwn(spec.listeners) && { onlyOwnNamespace: true }),
          enrols: [],
        },
      }),
    ],
  };
}
