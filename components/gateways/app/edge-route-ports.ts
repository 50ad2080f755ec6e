import { recall } from "../../../arguments/known-output";
import type { Demand } from "../../program/part";
import { portDemands } from "../../routing/http/http-options-version";
import { serviceNamed } from "../../routing/service-name";
import type { EdgeSpec } from "./app-gateway-plan";

/** Routes go to ports of Services; one that the Service does not have is a cluster that no proxy has. */
export function routePortDemands({ args, namespace }: EdgeSpec): Demand[] {
  const { routes = [], tlsRoutes = [], tcpRoutes = [] } = args;
  const ofCanary = routes.map(({ canary, ...route }) =>
    canary
      ? { ...route, service: canary.handle.service, namespace: canary.handle.namespace }
      : route,
  );
  const lists = Object.entries({ routes: ofCanary, tlsRoutes, tcpRoutes });
  return lists.flatMap(([name, list]) =>
    list.flatMap((target, i) => {
      const where = "namespace" in target ? target.namespace : namespace;
      const named = target.service === undefined ? undefined : serviceNamed(target.service, where);
      const isKnown = target.port !== undefined && recall(target.port) !== undefined;
      return named && isKnown ? portDemands(named, target.port, `${name}[${i}].port`) : [];
    }),
  );
}
