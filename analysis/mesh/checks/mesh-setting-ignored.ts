import { proxyConfigAnnotation } from "../../../values/known-names";
import { annotatedKinds } from "../annotated-kinds";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { annotationsOf } from "../model/annotations";
import { isMeshConfig, readFields } from "../model/mesh-config";
import {
  meshSettingProblems,
  proxySettingProblems,
  proxySettings,
  type SettingProblem,
} from "../model/mesh-settings";

interface Settings {
  readonly path: string;
  readonly problems: readonly SettingProblem[];
}

function ofMesh({ id, object }: Declared): Settings[] {
  const read =
    kindOf(id) === Kind.ConfigMap && isMeshConfig(id)
      ? readFields(text(fields(object.data).mesh) ?? "")
      : { problem: "another ConfigMap" };
  return "fields" in read
    ? [{ path: "data.mesh", problems: meshSettingProblems(read.fields) }]
    : [];
}

const ofProxies = (object: Declared, mesh: Mesh): Settings[] =>
  annotationsOf(object, mesh)
    .filter(({ name, kind, known }) => name === proxyConfigAnnotation && known?.on.includes(kind))
    .flatMap(({ path, value }) => {
      const read = proxySettings(value);
      return "settings" in read ? [{ path, problems: proxySettingProblems(read.settings) }] : [];
    });

/** A setting of the mesh or of a proxy that istiod goes past. */
export const meshSettingIgnored = check({
  id: "mesh-setting-ignored",
  code: "MESH0371",
  aliases: [],
  level: "warning",
  kinds: [Kind.ConfigMap, ...annotatedKinds],
  summary:
    "A setting of the mesh config, or of a proxy, has a name that istiod does not know there.",
  why: "istiod goes past it without a word: the setting has no effect.",
  fix: "Write the name as the message says; settings of proxies stand below defaultConfig in the mesh config, and alone in annotation proxy.istio.io/config.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |- # found
    holdApplicationUntilProxyStarts: true
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mill, namespace: grain}
spec:
  template:
    metadata:
      labels: {app: mill}
      annotations:
        proxy.istio.io/config: "defaultConfig: {concurrency: 4}" # found
    spec: {containers: [{name: mill}]}
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    defaultConfig: {holdApplicationUntilProxyStarts: true, zipkinAddress: "zipkin.tracing:9411"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mill, namespace: grain}
spec:
  template:
    metadata:
      labels: {app: mill}
      annotations:
        proxy.istio.io/config: "concurrency: 4"
    spec: {containers: [{name: mill}]}
`,
  *run(object, mesh) {
    for (const { path, problems } of [...ofMesh(object), ...ofProxies(object, mesh)]) {
      for (const { setting, message, refusesAll } of problems) {
        if (!refusesAll) {
          yield { path, message: `${setting}: ${message}` };
        }
      }
    }
  },
});
