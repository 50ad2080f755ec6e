import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { type Attachable, hasSelector } from "../model/policies";

/** The PeerAuthentication that would hold without this one: of its namespace, else of the mesh. */
function above(policy: Declared<Attachable>, mesh: Mesh) {
  const wide = mesh.peerAuthentications.all.filter(({ spec }) => !hasSelector(spec));
  const inNamespace = (namespace: string) =>
    wide.find(({ id }) => id.namespace === namespace && id !== policy.id);
  return (
    (hasSelector(policy.spec) ? inNamespace(policy.id.namespace) : undefined) ??
    inNamespace(mesh.config.rootNamespace)
  );
}

/** A PeerAuthentication that takes plain text where the namespace or the mesh does not. */
export const mutualTlsWeakened = check({
  id: "mutual-tls-weakened",
  code: "MESH0204",
  aliases: [],
  level: "info",
  kinds: [Kind.PeerAuthentication],
  summary: "A PeerAuthentication takes plain text where its namespace or the mesh is STRICT.",
  why: "Whoever reaches the Pods is served, and policies by identity do not see who calls.",
  fix: "Take the mode out when the last client without a proxy is gone.",
  url: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  fires: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: batch}
spec:
  mtls:
    mode: PERMISSIVE # found
`,
  silent: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: PERMISSIVE}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: batch}
spec:
  mtls:
    mode: PERMISSIVE
`,
  *run(policy, mesh) {
    const mode = policy.spec.mtls?.mode;
    const wider = mode === "PERMISSIVE" || mode === "DISABLE" ? above(policy, mesh) : undefined;
    if (wider?.spec.mtls?.mode === "STRICT") {
      yield {
        path: "spec.mtls.mode",
        message: `${mode} takes plain text, which ${objectWords(wider.id)} (STRICT) refuses elsewhere`,
        related: [wider.id],
      };
    }
  },
});
