import { templatesAnnotation } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import type { ObjectId } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { podKinds } from "../model/workloads";
import { slip } from "../slip";
import { quoted } from "../words";

const bootstrap = "sidecar.istio.io/bootstrapOverride";

/** Templates that every injector has. */
const templates = ["sidecar", "gateway", "grpc-simple", "grpc-agent", "waypoint", "kube-gateway"];

const pods = (annotation: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: envoy-extras, namespace: attic}
data: {custom_bootstrap.json: "{}"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: moths, namespace: attic}
spec:
  template:
    metadata:
      labels: {app: moths}
      annotations:
        ${annotation}
    spec: {containers: [{name: moths}]}
`;

const maps = (mesh: Mesh): ReadonlyMap<string, readonly ObjectId[]> =>
  grouped(
    mesh.set.all(Kind.ConfigMap).map(({ id }) => id),
    ({ namespace }) => namespace,
  );

const namesOfMaps = (mesh: Mesh, namespace: string): string[] =>
  (mesh.fact(maps).get(namespace) ?? []).map(({ name }) => name);

/** What is not there may be somebody else's, unless it is clearly a slip. */
function* judge(path: string, name: string, what: string, known: readonly string[]) {
  const { hint, fix } = slip(path, name, known);
  if (name !== "" && !known.includes(name) && hint !== "") {
    yield { path, message: `there is no ${what} ${quoted(name)}${hint}`, ...fix };
  }
}

/** Pods that name a template or a ConfigMap by a slip. */
export const injectionReference = check({
  id: "injection-reference",
  code: "MESH0245",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "An annotation of Pods names a template of the injector, or a ConfigMap, by a slip.",
  why: "The injector refuses Pods with a template that it does not have; those with a ConfigMap that is not there never start.",
  fix: "Write the name of one that is there.",
  url: "https://istio.io/latest/docs/reference/config/annotations/",
  fires: pods(`${bootstrap}: envoy-extra # found`),
  silent: pods(`${bootstrap}: envoy-extras`),
  *run({ id }, mesh) {
    for (const { annotations, labelsPath } of mesh.workloadsOf(id)) {
      const place = labelsPath.replace("labels", "annotations");
      const map = annotations[bootstrap] ?? "";
      yield* judge(`${place}["${bootstrap}"]`, map, "ConfigMap", namesOfMaps(mesh, id.namespace));
      for (const name of (annotations[templatesAnnotation] ?? "").split(",")) {
        yield* judge(`${place}["${templatesAnnotation}"]`, name.trim(), "template", templates);
      }
    }
  },
});
