import type { Declared } from "../declared-set";
import { type Fields, fields, list, text } from "../fields";

/** A name that a Rollout writes, and where. */
export interface RolloutName {
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
}

/** A VirtualService whose weights a Rollout changes. */
export interface RolloutRoutes extends RolloutName {
  /** Names of the HTTP routes; none stands for the first without a name. */
  readonly routes: readonly string[];
  /** Whether it names routes of other protocols. */
  readonly hasOthers: boolean;
}

/** Subsets by which a Rollout tells the new Pods from the old ones. */
export interface RolloutSubsets extends RolloutName {
  readonly subsets: readonly RolloutName[];
}

/** What a Rollout of Argo's changes of Istio's objects while a version comes in. */
export interface RolloutTraffic {
  readonly virtualServices: readonly RolloutRoutes[];
  readonly destinationRule: RolloutSubsets | undefined;
  /** Services of the old and of the new Pods. */
  readonly services: readonly RolloutName[];
}

const canary = "spec.strategy.canary";
const istio = `${canary}.trafficRouting.istio`;

/** Argo takes `name.namespace` for a VirtualService of another namespace. */
function routesOf(one: Fields, path: string, own: string): RolloutRoutes[] {
  const [name = "", namespace = own] = (text(one.name) ?? "").split(".");
  const routes = Array.isArray(one.routes) ? one.routes.map(String) : [];
  const hasOthers = list(one.tlsRoutes).length > 0 || list(one.tcpRoutes).length > 0;
  return name === "" ? [] : [{ name, namespace, path, routes, hasOthers }];
}

function subsetsOf(rule: Fields, own: string): RolloutSubsets | undefined {
  const path = `${istio}.destinationRule`;
  const name = text(rule.name);
  const subsets = ["stableSubsetName", "canarySubsetName"].flatMap((field) => {
    const subset = text(rule[field]);
    return subset ? [{ name: subset, namespace: own, path: `${path}.${field}` }] : [];
  });
  return name === undefined ? undefined : { name, namespace: own, path: `${path}.name`, subsets };
}

/** What a Rollout names; nothing where it leaves Istio's objects alone. */
export function trafficOf({ id, object }: Declared): RolloutTraffic | undefined {
  const { namespace } = id;
  const strategy = fields(fields(fields(object.spec).strategy).canary);
  const routing = fields(fields(strategy.trafficRouting).istio);
  if (Object.keys(routing).length === 0) {
    return undefined;
  }
  const services = ["stableService", "canaryService"].flatMap((field) => {
    const name = text(strategy[field]);
    return name ? [{ name, namespace, path: `${canary}.${field}` }] : [];
  });
  return {
    virtualServices: [
      ...routesOf(fields(routing.virtualService), `${istio}.virtualService`, namespace),
      ...list(routing.virtualServices).flatMap((one, i) =>
        routesOf(one, `${istio}.virtualServices[${i}]`, namespace),
      ),
    ],
    destinationRule: subsetsOf(fields(routing.destinationRule), namespace),
    services,
  };
}
