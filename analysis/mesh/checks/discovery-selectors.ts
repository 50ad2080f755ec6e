import { gatewayApi, namespaceNameLabel } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import { groupOf, objectWords } from "../kubernetes-object";
import { isDiscovered } from "../model/discovery";

/** Whether an object is one that istiod reads. */
const isOfMesh = (apiVersion: string): boolean =>
  groupOf(apiVersion).endsWith(".istio.io") || groupOf(apiVersion) === gatewayApi;

/** A namespace of the mesh that istiod does not look into. */
export const discoverySelectors = check({
  id: "discovery-selectors",
  code: "MESH0335",
  aliases: [],
  level: "warning",
  kinds: [Kind.Namespace],
  summary: "A namespace is of the mesh, and istiod's discoverySelectors leave it out.",
  why: "istiod reads nothing there: the objects have no effect, and its Services are unknown to all proxies.",
  fix: "Give the namespace the labels that a selector of discoverySelectors asks for.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-discovery_selectors",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    discoverySelectors:
    - matchExpressions: [{key: team, operator: In, values: [web, api]}]
    - matchLabels: {mesh: "true"}
---
apiVersion: v1
kind: Namespace
metadata:
  name: ledger
  labels: {team: books, istio-injection: enabled} # found
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: ledger}
spec: {mtls: {mode: STRICT}}
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    discoverySelectors:
    - matchExpressions: [{key: team, operator: In, values: [web, api]}]
    - matchLabels: {${namespaceNameLabel}: ledger}
---
apiVersion: v1
kind: Namespace
metadata: {name: ledger, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: paper, labels: {team: books}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: ledger}
spec: {mtls: {mode: STRICT}}
`,
  *run({ id: { name }, labels }, mesh) {
    if (isDiscovered(mesh, { name, labels })) {
      return;
    }
    const own = mesh.set.inNamespace(name).filter(({ id }) => isOfMesh(id.apiVersion));
    const [first] = own;
    // Who labels a namespace for the mesh means its Services to be of it.
    const isEnrolled = mesh.namespaces.get(name)?.mode !== "none";
    const [service] = isEnrolled ? mesh.hosts.servicesIn(name) : [];
    const unseen = first?.id ?? service?.source.id;
    if (unseen !== undefined) {
      yield {
        path: "metadata.labels",
        message: `no selector of discoverySelectors takes the namespace, so that istiod does not see ${objectWords(unseen)}`,
        related: own.length > 0 ? own.map(({ id }) => id) : [unseen],
      };
    }
  },
});
