import { injectionLabel, revisionLabel, tagLabel } from "../../../values/known-names";
import { isRevisionOfRelease } from "../../../values/version";
import { check, type Verdict } from "../check";
import { text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { environmentOfIstiod, istiods } from "../model/istiod";
import { slip } from "../slip";
import { listed, quoted } from "../words";

/** Revisions of the control planes that are declared, and tags of them. */
const revisions = (mesh: Mesh): ReadonlySet<string> =>
  new Set([
    ...environmentOfIstiod(mesh).flatMap(({ name, value }) =>
      name === "REVISION" ? (text(value) ?? []) : [],
    ),
    ...istiods(mesh).flatMap(({ labels }) => labels[revisionLabel] ?? []),
    ...mesh.set
      .all(Kind.MutatingWebhook)
      .flatMap(({ labels }) => [labels[revisionLabel] ?? [], labels[tagLabel] ?? []].flat()),
  ]);

const istiod = `apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod-1-27, namespace: istio-system, labels: {app: istiod, istio.io/rev: 1-27}}
spec:
  template:
    metadata: {labels: {app: istiod, istio.io/rev: 1-27}}
    spec: {containers: [{name: discovery, env: [{name: REVISION, value: 1-27}]}]}
---
apiVersion: v1
kind: Namespace
metadata:
  name: cellar
  labels:
`;

/** A namespace for a control plane of another release than those that there are. */
export const revisionMissing = check({
  id: "revision-missing",
  code: "MESH0343",
  aliases: [],
  level: "warning",
  kinds: [Kind.Namespace],
  summary: "A namespace names the revision of a release that no control plane has.",
  why: "No injector takes its Pods: new ones have no sidecar, and none of the mesh's rules holds for them.",
  fix: "Write the revision of a control plane that runs, or a tag of it.",
  url: "https://istio.io/latest/docs/setup/upgrade/canary/",
  fires: `${istiod}    istio.io/rev: 1-24 # found
`,
  silent: `${istiod}    istio.io/rev: prod
`,
  *run({ id, labels }, mesh): Iterable<Verdict> {
    const revision = labels[revisionLabel] ?? "";
    const known = mesh.fact(revisions);
    // A tag may be made by hand; a release is no name for one, and neither is a slip of another.
    const { hint, fix } = slip(`metadata.labels["${revisionLabel}"]`, revision, known);
    const isMissing =
      known.size > 0 &&
      !known.has(revision) &&
      revision !== "" &&
      (isRevisionOfRelease(revision) || "fix" in fix);
    if (isMissing && labels[injectionLabel] === undefined) {
      yield {
        path: `metadata.labels["${revisionLabel}"]`,
        message: `${quoted(revision)}: no control plane that is declared has this revision; there is ${listed(known)}, and namespace ${id.name} gets no sidecars${hint}`,
        ...fix,
      };
    }
  },
});
