import { parse } from "yaml";
import { didYouMean } from "../../../values/closest";
import { dataplaneModeLabel, injectionLabel, revisionLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check, type Found } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isKubernetesOwn } from "../namespace-names";

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

/** Values that these labels have an effect by, or say by that the namespace stays out. */
const meant: Readonly<Record<string, readonly string[]>> = {
  [injectionLabel]: ["enabled", "disabled", "false"],
  [dataplaneModeLabel]: ["ambient", "none"],
};

/** A label for the mesh whose value means nothing, while no other label enrols the namespace. */
function meaningless(labels: Readonly<Record<string, string>>): Found | undefined {
  const said = Object.entries(meant).filter(([label]) => (labels[label] ?? "") !== "");
  if (
    labels[revisionLabel] !== undefined ||
    said.some(([label, values]) => values.includes(labels[label] ?? ""))
  ) {
    return undefined;
  }
  const [[label, [right = "", other = ""]] = ["", []]] = said;
  const value = labels[label] ?? "";
  return value === ""
    ? undefined
    : {
        path: fieldPath("metadata.labels", label),
        message: `${JSON.stringify(value)} means nothing: the namespace is in the mesh by ${label}: ${right}, and out of it by ${label}: ${other}${didYouMean(value, [right, other])}`,
        level: "warning",
      };
}

/** A namespace that says nothing of the mesh, with an injector that leaves it out. */
export const namespaceNotInjected = check({
  id: "namespace-not-injected",
  code: "IST0102",
  aliases: [],
  level: "info",
  kinds: [Kind.Namespace],
  summary: "A namespace says nothing of the mesh, or what means nothing.",
  why: "Its Pods get no sidecar and are not behind ztunnel: nothing of Istio's holds for them.",
  fix: "Label it with istio-injection: enabled (sidecars) or istio.io/dataplane-mode: ambient; with istio-injection: disabled it says that it stays out.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0102/",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: quiet # found
---
apiVersion: v1
kind: Namespace
metadata:
  name: meant
  labels:
    istio.io/dataplane-mode: ambeint # found
---
apiVersion: v1
kind: Namespace
metadata:
  name: injected
  labels:
    istio-injection: "true" # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: quiet, labels: {istio.io/dataplane-mode: none}}
---
apiVersion: v1
kind: Namespace
metadata: {name: injected, labels: {istio-injection: enabled}}
`,
  *run({ id, labels }, mesh) {
    const ours = id.name === mesh.config.rootNamespace || isKubernetesOwn(id.name);
    const slip = meaningless(labels);
    if (slip) {
      yield slip;
    } else if (unlabelled(labels) && !ours && !mesh.fact(injectsByDefault)) {
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
