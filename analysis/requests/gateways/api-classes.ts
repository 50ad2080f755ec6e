import type { GatewaySpec } from "../../../schemas/kinds/gateway/gateway";
import { nameOverrideAnnotation } from "../../../values/known-names";
import { isFullName } from "../../../values/service-host";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";

/** What istiod does with Gateways of a class. */
export type ClassRole = "gateway" | "waypoint" | "east-west";

const roles: Readonly<Record<string, ClassRole>> = {
  "istio.io/gateway-controller": "gateway",
  "istio.io/mesh-controller": "waypoint",
  "istio.io/eastwest-controller": "east-west",
};

/** Classes that are there without an object. */
const ownClasses: Readonly<Record<string, ClassRole>> = {
  istio: "gateway",
  "istio-waypoint": "waypoint",
  "istio-east-west": "east-west",
};

/** What istiod does with a Gateway; nothing where its class is another controller's, or for another cluster. */
export function roleOf(mesh: Mesh, { spec }: Declared<GatewaySpec>): ClassRole | undefined {
  const { gatewayClassName: name } = spec;
  const declared = mesh.set.find(Kind.GatewayClass, "", name);
  return declared ? roles[declared.spec.controllerName] : ownClasses[name];
}

/** Whether istiod runs the Pods of a Gateway: those with an address by name are somebody else's. */
const isManaged = ({ spec: { addresses = [] } }: Declared<GatewaySpec>): boolean =>
  addresses.length === 0 ||
  (addresses.length === 1 && (addresses[0]?.type ?? "IPAddress") === "IPAddress");

/** Hosts of the Services that stand before the Pods of a Gateway. */
export function servicesOfGateway(mesh: Mesh, gateway: Declared<GatewaySpec>): string[] {
  const { domain } = mesh.config;
  const { namespace, name } = gateway.id;
  const { addresses = [], gatewayClassName } = gateway.spec;
  const full = (service: string) =>
    isFullName(service) ? service : `${service}.${namespace}.svc.${domain}`;
  if (isManaged(gateway)) {
    const isPlain = roleOf(mesh, gateway) === "gateway";
    const own =
      gateway.annotations[nameOverrideAnnotation] ??
      (isPlain ? `${name}-${gatewayClassName}` : name);
    return [`${own}.${namespace}.svc.${domain}`];
  }
  return addresses.flatMap(({ type = "Hostname", value }) =>
    type === "Hostname" && value !== undefined ? [full(value)] : [],
  );
}
