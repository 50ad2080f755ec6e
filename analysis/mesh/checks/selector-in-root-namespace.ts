import { check } from "../check";
import { Kind } from "../kinds";
import { hasSelector } from "../model/policies";
import { labelWords } from "../words";

const policy = (metadata: string, labels: string): string => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: coins, ${metadata}}
spec:
  selector:
    matchLabels: ${labels}
  mtls: {mode: STRICT}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: coins, namespace: mint}
spec:
  template:
    metadata: {labels: {app: coins}}
    spec: {containers: [{name: coins}]}
`;

/** A PeerAuthentication with a selector, where istiod leaves it aside. */
export const selectorInRootNamespace = check({
  id: "selector-in-root-namespace",
  code: "MESH0244",
  aliases: [],
  level: "warning",
  kinds: [Kind.PeerAuthentication],
  summary: "A PeerAuthentication with a selector lies in the mesh's root namespace.",
  why: "There istiod follows only one for the whole mesh: this one is for nobody, not even for Pods of that namespace.",
  fix: "Put it into the namespace of the Pods, or leave the selector out if the whole mesh is meant.",
  url: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  fires: policy("namespace: istio-system", "{app: coins} # found"),
  silent: policy("namespace: mint", "{app: coins}"),
  *run({ id, spec }, mesh) {
    if (id.namespace === mesh.config.rootNamespace && hasSelector(spec)) {
      yield {
        path: "spec.selector.matchLabels",
        message: `${labelWords(spec.selector?.matchLabels ?? {})} chooses nobody: in ${id.namespace}, the root namespace, a PeerAuthentication with a selector is left aside`,
      };
    }
  },
});
