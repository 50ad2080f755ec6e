import { check } from "../check";
import { text } from "../fields";
import { Kind } from "../kinds";
import type { ObjectId } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { credentialsOfMesh } from "../model/credentials";
import { everyNamespace, Thing } from "../scope";
import { slip } from "../slip";
import { listed } from "../words";

/** Types of Secrets for a registry of images. */
const dockerTypes: readonly string[] = [
  "kubernetes.io/dockerconfigjson",
  "kubernetes.io/dockercfg",
];

/** Secrets for registries by their names, in whatever namespace. */
const registrySecrets = (mesh: Mesh): ReadonlyMap<string, readonly ObjectId[]> =>
  grouped(
    mesh.set
      .all(Kind.Secret)
      .filter(({ object }) => dockerTypes.includes(text(object.type) ?? ""))
      .map(({ id }) => id),
    ({ name }) => name,
  );

const placeHint = (ids: readonly ObjectId[]): string =>
  ids.length === 0
    ? ""
    : `; it lies in ${listed(ids.map(({ namespace }) => namespace))}, where this WasmPlugin does not look`;

const objects = (name: string): string => `apiVersion: v1
kind: Secret
metadata: {name: harbour-login, namespace: port}
type: kubernetes.io/dockerconfigjson
data: {.dockerconfigjson: e30=}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: cranes, namespace: port}
spec:
  url: oci://registry.example.com/cranes:1.0
  imagePullSecret: ${name}
`;

/** A WasmPlugin whose image nobody may fetch. */
export const imagePullSecret = check({
  id: "image-pull-secret",
  code: "MESH0352",
  aliases: [],
  level: "error",
  kinds: [Kind.WasmPlugin],
  summary: "A WasmPlugin names a Secret for its image that does not exist.",
  why: "The image is not fetched: requests are refused, or pass without the plugin where it may fail open.",
  fix: "Declare the Secret, of type kubernetes.io/dockerconfigjson, in the namespace of the WasmPlugin.",
  url: "https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin",
  fires: objects("port-login # found"),
  silent: objects("harbour-login"),
  *run({ id, spec }, mesh) {
    const name = spec.imagePullSecret ?? "";
    const credentials = mesh.fact(credentialsOfMesh);
    if (name === "" || credentials.find(id.namespace, name) !== undefined) {
      return;
    }
    const path = "spec.imagePullSecret";
    const names = credentials.in(id.namespace).map((one) => one.name);
    const { hint, fix } = slip(path, name, names);
    const elsewhere = mesh.fact(registrySecrets).get(name) ?? [];
    // Secrets for a registry are seldom declared: other ones say nothing of them.
    const isTold =
      "fix" in fix ||
      mesh.speaksFor(Thing.Workload, everyNamespace) ||
      credentials.in(id.namespace).some(({ type = "" }) => dockerTypes.includes(type));
    const isMissing =
      elsewhere.length > 0
        ? !mesh.isExternal(Thing.Secret, id.namespace, name)
        : isTold && mesh.speaksFor(Thing.Secret, id.namespace, name);
    yield isMissing
      ? {
          path,
          message: `there is no Secret ${name} in namespace ${id.namespace}${hint || placeHint(elsewhere)}`,
          related: elsewhere,
          ...fix,
        }
      : { path, notDeclared: `Secret ${name}.${id.namespace}` };
  },
});
