import { networkLabel } from "../../../values/known-names";
import type { Declared } from "../declared-set";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isMeshConfig, readFields } from "./mesh-config";

/** Port at which gateways take what comes from other networks, where their Service says no other one. */
const crossNetworkPort = 15443;

/** The network of the cluster's Pods, as the namespace of istiod says it. */
export const networkOfCluster = (mesh: Mesh): string | undefined =>
  mesh.namespaces.get(mesh.config.rootNamespace)?.labels[networkLabel];

/** Networks that Pods say they are in, whatever that of the cluster is. */
const networksOfPods = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh.workloads
      .filter(({ gateway }) => gateway === undefined)
      .flatMap(({ labels }) => labels[networkLabel] ?? []),
  );

/** Whether Pods of the cluster may be in a network: it is the cluster's, or some say so. */
export const hasPodsIn = (mesh: Mesh, network: string): boolean =>
  network === networkOfCluster(mesh) || mesh.fact(networksOfPods).has(network);

/** Whether a Service is for what comes from other networks. */
export const takesFromOthers = ({ object }: Declared): boolean =>
  list(fields(object.spec).ports).some(({ port }) => port === crossNetworkPort);

/** Networks of which a declared gateway says that it leads there. */
function networksReached(mesh: Mesh): ReadonlySet<string> {
  const labelled = [...mesh.set.all(Kind.Service), ...mesh.set.all(Kind.ApiGateway)].flatMap(
    ({ labels }) => labels[networkLabel] ?? [],
  );
  const written = mesh.set
    .all(Kind.ConfigMap)
    .filter(({ id }) => isMeshConfig(id))
    .flatMap(({ object }) => {
      const read = readFields(text(fields(object.data).meshNetworks) ?? "");
      return "fields" in read ? Object.keys(fields(read.fields.networks)) : [];
    });
  return new Set([...labelled, ...written]);
}

/** Whether something declared says how a network is reached from others. */
export const isReached = (mesh: Mesh, network: string): boolean =>
  mesh.fact(networksReached).has(network);
