import { usualIstioNamespace } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import { attachmentOf } from "../model/attachments";

const objects = (metadata: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{rootNamespace: mesh-rules}"
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  ${metadata}
spec: {mtls: {mode: STRICT}}
`;

/** What is meant for the whole mesh, and lies where it is for one namespace. */
export const rootNamespaceElsewhere = check({
  id: "root-namespace-elsewhere",
  code: "MESH0385",
  aliases: [],
  level: "warning",
  kinds: [
    Kind.AuthorizationPolicy,
    Kind.PeerAuthentication,
    Kind.RequestAuthentication,
    Kind.Sidecar,
    Kind.Telemetry,
  ],
  summary:
    "An object without a selector lies in istio-system, and the mesh's root namespace is another one.",
  why: "What is for the whole mesh lies in the root namespace; here it is for the Pods of istio-system alone.",
  fix: "Put it into the root namespace that the mesh config names.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig",
  fires: objects("namespace: istio-system # found"),
  silent: objects("namespace: mesh-rules"),
  *run(object, mesh) {
    const { rootNamespace } = mesh.config;
    const { labels, targets } = attachmentOf(object);
    const isForAll = targets.length === 0 && Object.keys(labels).length === 0;
    if (
      rootNamespace !== usualIstioNamespace &&
      object.id.namespace === usualIstioNamespace &&
      isForAll &&
      !mesh.workloadsIn(usualIstioNamespace).some(({ mode, gateway }) => mode !== "none" || gateway)
    ) {
      yield {
        path: "metadata.namespace",
        message: `is for ${usualIstioNamespace} alone, which has no Pods of the mesh: the root namespace is ${rootNamespace}`,
        fix: { path: "metadata.namespace", value: rootNamespace },
      };
    }
  },
});
