import { check } from "../check";
import { Kind } from "../kinds";
import { sidecarSelector } from "../model/sidecars";
import { labelWords } from "../words";

/** The mesh's own Sidecar with a selector. */
export const sidecarMeshWide = check({
  id: "sidecar-mesh-wide",
  code: "KIA1006",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar of the root namespace chooses Pods by labels.",
  why: "Only without a selector it is for all namespaces; with one it is for Pods of the root namespace alone.",
  fix: "Take the selector out, or move the Sidecar to the namespace of its Pods.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: istio-system}
spec:
  workloadSelector:
    labels: {team: green} # found
  egress: [{hosts: ["./*"]}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: istio-system}
spec:
  egress: [{hosts: ["./*"]}]
`,
  *run(sidecar, mesh) {
    const selector = sidecarSelector(sidecar);
    const { rootNamespace } = mesh.config;
    if (selector !== undefined && sidecar.id.namespace === rootNamespace) {
      yield {
        path: "spec.workloadSelector.labels",
        message: `${labelWords(selector)} chooses Pods of ${rootNamespace} only; Pods of this label elsewhere do not follow it`,
      };
    }
  },
});
