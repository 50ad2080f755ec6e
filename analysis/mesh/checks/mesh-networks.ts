import { closest } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { environmentOfIstiod } from "../model/istiod";
import { isMeshConfig, readFields } from "../model/mesh-config";
import { remoteSecrets } from "../model/other-clusters";

const builtIn: readonly string[] = ["Kubernetes", "External", "Mock"];

/** Names of clusters: of the remote ones by their Secrets, of the own one by istiod's environment. */
function registriesOf(mesh: Mesh): ReadonlySet<string> {
  const remote = mesh
    .fact(remoteSecrets)
    .flatMap(({ object }) => Object.keys({ ...fields(object.data), ...fields(object.stringData) }));
  const own = environmentOfIstiod(mesh).flatMap(({ name, value }) =>
    name === "CLUSTER_ID" ? (text(value) ?? []) : [],
  );
  return new Set([...builtIn, ...remote, ...own]);
}

/** A network whose Pods come from a cluster that nobody knows. */
export const meshNetworks = check({
  id: "mesh-networks",
  code: "IST0126",
  aliases: [],
  level: "error",
  kinds: [Kind.ConfigMap],
  summary: "A network of meshNetworks names a registry that istiod does not have.",
  why: "Pods of that cluster are in no network: others send to their own addresses, which they cannot reach, and not to the gateway.",
  fix: "Write Kubernetes, or the name of a cluster as its remote Secret has it.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0126/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  meshNetworks: |- # found
    networks:
      east:
        endpoints: [{fromRegistry: kubernetes}]
        gateways: [{address: 192.0.2.10, port: 15443}]
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  meshNetworks: |-
    networks:
      east:
        endpoints: [{fromRegistry: Kubernetes}]
        gateways: [{address: 192.0.2.10, port: 15443}]
      west:
        endpoints: [{fromRegistry: cluster-west}]
---
apiVersion: v1
kind: Secret
metadata: {name: istio-remote-secret-west, namespace: istio-system, labels: {istio/multiCluster: "true"}}
stringData: {cluster-west: "{}"}
`,
  *run({ id, object }, mesh): Iterable<Verdict> {
    const own = text(fields(object.data).meshNetworks);
    if (own === undefined || !isMeshConfig(id)) {
      return;
    }
    const read = readFields(own);
    const networks = "fields" in read ? fields(read.fields.networks) : {};
    const registries = mesh.fact(registriesOf);
    for (const [network, { endpoints }] of Object.entries(networks).map(
      ([name, value]) => [name, fields(value)] as const,
    )) {
      for (const { fromRegistry } of list(endpoints)) {
        const name = text(fromRegistry);
        if (name !== undefined && !registries.has(name)) {
          const near = closest(name, registries);
          yield {
            path: "data.meshNetworks",
            message: `network ${network}: there is no cluster ${JSON.stringify(name)}${near === undefined ? `; known are ${[...registries].join(", ")}` : `; did you mean ${JSON.stringify(near)}?`}`,
          };
        }
      }
    }
  },
});
