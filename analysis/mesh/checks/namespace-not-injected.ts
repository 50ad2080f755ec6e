import { parse } from "yaml";
import { dataplaneModeLabel, injectionLabel, revisionLabel } from "../../../values/known-names";
import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";

const injectorMap = "istio-sidecar-injector";

/** Whether a declared injector takes namespaces without a label. */
const injectsByDefault = (mesh: Mesh): boolean =>
  mesh.set
    .all(Kind.ConfigMap)
    .filter(({ id }) => id.name === injectorMap)
    .some(({ object }) => {
      const values = fields(parse(text(fields(object.data).values) ?? "{}"));
      return fields(values.sidecarInjectorWebhook).enableNamespacesByDefault === true;
    });

const unlabelled = (labels: Readonly<Record<string, string>>): boolean =>
  (labels[injectionLabel] ?? "") === "" &&
  labels[revisionLabel] === undefined &&
  labels[dataplaneModeLabel] === undefined;

/** A namespace that says nothing of the mesh, with an injector that leaves it out. */
export const namespaceNotInjected = check({
  id: "namespace-not-injected",
  code: "IST0102",
  aliases: [],
  level: "info",
  kinds: [Kind.Namespace],
  summary: "A namespace says nothing of the mesh.",
  why: "Its Pods get no sidecar and are not behind ztunnel: nothing of Istio's holds for them.",
  fix: "Label it with istio-injection: enabled (sidecars) or istio.io/dataplane-mode: ambient; with istio-injection: disabled it says that it stays out.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0102/",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: quiet # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: quiet, labels: {istio.io/dataplane-mode: none}}
`,
  *run({ id, labels }, mesh) {
    const ours = id.name === mesh.config.rootNamespace || id.name.startsWith("kube-");
    if (unlabelled(labels) && !ours && !mesh.fact(injectsByDefault)) {
      yield {
        path: "metadata.name",
        message: `namespace ${id.name} is neither injected (${injectionLabel}: enabled) nor ambient (${dataplaneModeLabel}: ambient)`,
      };
    }
  },
});

/** A namespace that says nothing of the mesh, with an injector that takes it. */
export const namespaceInjectedByDefault = check({
  id: "namespace-injected-by-default",
  code: "IST0148",
  aliases: [],
  level: "info",
  kinds: [Kind.Namespace],
  summary: "A namespace says nothing of the mesh, and the injector takes such namespaces.",
  why: "Its Pods get a sidecar at their next start.",
  fix: "Label it with istio-injection: enabled or disabled, so that it can be seen.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0148/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector, namespace: istio-system}
data:
  values: '{"sidecarInjectorWebhook":{"enableNamespacesByDefault":true}}'
---
apiVersion: v1
kind: Namespace
metadata:
  name: quiet # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector, namespace: istio-system}
data:
  values: '{"sidecarInjectorWebhook":{"enableNamespacesByDefault":true}}'
---
apiVersion: v1
kind: Namespace
metadata: {name: quiet, labels: {istio-injection: disabled}}
`,
  *run({ id, labels }, mesh) {
    if (
      unlabelled(labels) &&
      id.name !== mesh.config.rootNamespace &&
      mesh.fact(injectsByDefault)
    ) {
      yield {
        path: "metadata.name",
        message: `namespace ${id.name} has no label, and the injector takes namespaces without one`,
      };
    }
  },
});
