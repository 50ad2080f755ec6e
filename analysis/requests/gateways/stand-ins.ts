import type { Declared } from "../../mesh/declared-set";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { credentialsOfMesh } from "../../mesh/model/credentials";
import { type Attachable, hasSelector, selectorOf } from "../../mesh/model/policies";
import { type Labels, selects } from "../../mesh/model/selector";
import type { Workload } from "../../mesh/model/workloads";
import { type ApiListener, apiListeners } from "./api-listeners";
import type { GatewayConfig } from "./gateway-config";
import { istioGateways } from "./istio-gateways";

/** Pods of gateways that the set does not have: they are installed elsewhere, as by a chart. */
export interface StandIns {
  readonly all: readonly Workload[];
  /** By the name of the gateway that they take. */
  readonly of: ReadonlyMap<string, Workload>;
}

function standIn(
  { source }: GatewayConfig,
  namespace: string,
  name: string,
  labels: Labels,
): Workload {
  return {
    source,
    labelsPath: "spec.selector",
    namespace,
    name,
    labels,
    annotations: {},
    serviceAccount: name,
    mode: "none",
    outside: false,
    gateway: "chart",
    ports: [],
    pod: {},
    replicas: undefined,
  };
}

/** Whether a policy names Pods of some labels. */
const isFor =
  (labels: Labels) =>
  ({ spec }: Declared<Attachable>): boolean =>
    hasSelector(spec) && selects(selectorOf(spec), labels);

/** The first policy that is for Pods of some labels, where each chooses among those of its own namespace. */
const policyFor = (mesh: Mesh, labels: Labels): Declared<Attachable> | undefined =>
  [mesh.authorizations, mesh.requestAuthentications, mesh.peerAuthentications]
    .flatMap(({ all }): readonly Declared<Attachable>[] => all)
    .find(isFor(labels));

/**
 * Where Pods of some labels are: where a Service chooses them, where the certificates are that they need, or
 * where a policy is that is for them.
 */
function placeOf(mesh: Mesh, labels: Labels, configs: readonly GatewayConfig[]): string {
  const service = mesh.hosts.all.find(
    ({ selector, source: { id } }) =>
      id.kind === "Service" && selector !== undefined && selects(selector, labels),
  );
  const secrets = configs
    .flatMap(({ servers }) => servers)
    .flatMap(({ tls }) => tls?.credentials ?? [])
    .flatMap(({ name }) => mesh.fact(credentialsOfMesh).named(name));
  return (
    service?.namespace ??
    secrets[0]?.namespace ??
    policyFor(mesh, labels)?.id.namespace ??
    mesh.config.rootNamespace
  );
}

/** Names of labels by which people name a gateway. */
const nameOf = (labels: Labels): string => labels.istio ?? labels.app ?? "gateway";

/** Whether a gateway has none of the set, and did not lose them. */
const mayHavePods = (mesh: Mesh, gateway: string): boolean =>
  mesh.gateway(gateway)?.workloads.length === 0 && !mesh.hasLostPods(gateway);

function ofSelectors(mesh: Mesh): [string, Workload][] {
  const missing = istioGateways(mesh).filter(
    ({ selector = {}, source }) =>
      Object.keys(selector).length > 0 &&
      mayHavePods(mesh, `${source.id.namespace}/${source.id.name}`),
  );
  const keyOf = ({ selector = {} }: GatewayConfig) =>
    JSON.stringify(Object.entries(selector).sort());
  const groups = grouped(missing, keyOf);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const labels = first?.selector ?? {};
    const made = first && standIn(first, placeOf(mesh, labels, group), nameOf(labels), labels);
    return made ? group.map(({ name }): [string, Workload] => [name, made]) : [];
  });
}

/** Whether some Pods of the set stand behind a Service of a listener. */
function isServed(mesh: Mesh, { services, gateway }: ApiListener): boolean {
  return (
    mesh.workloadsOf(gateway.id).length > 0 ||
    (services?.hosts ?? [])
      .flatMap((host) => mesh.hosts.named(host))
      .some((host) => mesh.podsOf(host).length > 0)
  );
}

function ofListeners(mesh: Mesh): [string, Workload][] {
  const missing = mesh.fact(apiListeners).filter((one) => !isServed(mesh, one));
  const groups = grouped(missing, ({ gateway: { id } }) => `${id.namespace}/${id.name}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const made = first && standIn(first, first.gateway.id.namespace, first.gateway.id.name, {});
    return made ? group.map(({ name }): [string, Workload] => [name, made]) : [];
  });
}

/** Pods for all gateways that have none in the set. */
export function standIns(mesh: Mesh): StandIns {
  const of = new Map([...ofSelectors(mesh), ...ofListeners(mesh)]);
  return { all: [...new Set(of.values())], of };
}

/** Whether Pods are such. */
export const isStandIn = (mesh: Mesh, workload: Workload): boolean =>
  mesh.fact(standIns).all.includes(workload);

/** Whether Pods stand in for those of a gateway. */
export const standInFor = (mesh: Mesh, workload: Workload, { name }: GatewayConfig): boolean =>
  mesh.fact(standIns).of.get(name) === workload;
