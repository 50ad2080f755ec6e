import type { Declared } from "../declared-set";
import { type Fields, fields, list, text, texts } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Labels } from "./selector";

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

/** The Services by which a Rollout tells its old Pods from the new ones. */
export function rolloutServices({ id, object }: Pick<Declared, "id" | "object">): RolloutName[] {
  const { canary: split, blueGreen } = fields(fields(object.spec).strategy);
  return [
    ["canary", "stableService", fields(split)] as const,
    ["canary", "canaryService", fields(split)] as const,
    ["blueGreen", "activeService", fields(blueGreen)] as const,
    ["blueGreen", "previewService", fields(blueGreen)] as const,
  ].flatMap(([strategy, field, own]) => {
    const name = text(own[field]);
    const path = `spec.strategy.${strategy}.${field}`;
    return name ? [{ name, namespace: id.namespace, path }] : [];
  });
}

const metadata = ["stableMetadata", "canaryMetadata", "activeMetadata", "previewMetadata"];

/**
 * Labels that a Rollout's Pods have or are given while they are old or new; nothing where the template is
 * another object's that is not declared.
 */
export function rolloutLabels({ id, object }: Declared, { set }: Mesh): readonly Labels[] {
  const spec = fields(object.spec);
  const { kind, name } = fields(spec.workloadRef);
  const other =
    kind === "Deployment" ? set.find(Kind.Deployment, id.namespace, text(name) ?? "") : undefined;
  const template = spec.template ?? fields(other?.object.spec).template;
  const { canary: split, blueGreen } = fields(spec.strategy);
  const given = [fields(split), fields(blueGreen)].flatMap((own) =>
    metadata.map((field) => fields(own[field])),
  );
  return template === undefined
    ? []
    : [fields(fields(template).metadata), ...given].map(({ labels }) => texts(labels));
}

/** What a Rollout names; nothing where it leaves Istio's objects alone. */
export function trafficOf({ id, object }: Declared): RolloutTraffic | undefined {
  const { namespace } = id;
  const strategy = fields(fields(fields(object.spec).strategy).canary);
  const routing = fields(fields(strategy.trafficRouting).istio);
  if (Object.keys(routing).length === 0) {
    return undefined;
  }
  const services = rolloutServices({ id, object }).filter(({ path }) => path.startsWith(canary));
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
