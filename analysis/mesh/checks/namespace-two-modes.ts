import { dataplaneModeLabel, injectionLabel, revisionLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { Kind } from "../kinds";
import type { Labels } from "../model/selector";

/** Labels by which a namespace joins the mesh; one that says it stays out of injection silences the others. */
function joining(labels: Labels): string[] {
  const injection = labels[injectionLabel];
  const others =
    injection === undefined || injection === "enabled" ? [revisionLabel, dataplaneModeLabel] : [];
  return [injectionLabel, ...others].filter((label) => labels[label] !== undefined);
}

/** A namespace that joins the mesh in more than one way. */
export const namespaceTwoModes = check({
  id: "namespace-two-modes",
  code: "IST0123",
  aliases: [],
  level: "warning",
  kinds: [Kind.Namespace],
  summary: "A namespace has more than one of the labels by which Pods join the mesh.",
  why: "One wins: injection over a revision, a sidecar over ambient; the Pods are not where the other label says.",
  fix: "Keep one of istio-injection, istio.io/rev and istio.io/dataplane-mode.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0123/",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: both
  labels:
    istio-injection: enabled
    istio.io/rev: canary # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: out
  labels:
    istio-injection: disabled
    istio.io/dataplane-mode: ambient
`,
  *run({ id, labels }, mesh) {
    const all = joining(labels);
    if (all.length > 1 && id.name !== mesh.config.rootNamespace) {
      const said = all.map((label) => `${label}: ${labels[label]}`).join(", ");
      yield {
        path: fieldPath("metadata.labels", all.at(-1) ?? injectionLabel),
        message: `namespace ${id.name} has ${said}; ${all[0]} wins`,
      };
    }
  },
});
