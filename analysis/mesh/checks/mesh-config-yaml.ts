import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { isMeshConfig, readFields } from "../model/mesh-config";

/** A mesh config that istiod cannot read. */
export const meshConfigYaml = check({
  id: "mesh-config-yaml",
  code: "MESH0314",
  aliases: [],
  level: "error",
  kinds: [Kind.ConfigMap],
  summary: "The mesh config in istiod's ConfigMap is no YAML.",
  why: "istiod leaves all of it aside: it keeps what it had, or starts with its defaults.",
  fix: "Mend the YAML where the message says; lists and fields of one level begin in one column.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-canary, namespace: istio-system}
data:
  mesh: |- # found
    rootNamespace: istio-system
      accessLogFile: /dev/stdout
  meshNetworks: |- # found
    networks: {east: [}
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-canary, namespace: istio-system}
data:
  mesh: |-
    rootNamespace: istio-system
    accessLogFile: /dev/stdout
  meshNetworks: ""
---
apiVersion: v1
kind: ConfigMap
metadata: {name: notes, namespace: istio-system}
data:
  mesh: "of wires: and: knots"
`,
  *run({ id, object }) {
    for (const key of isMeshConfig(id) ? ["mesh", "meshNetworks"] : []) {
      const read = readFields(text(fields(object.data)[key]) ?? "");
      if ("problem" in read) {
        yield { path: `data.${key}`, message: `istiod cannot read it: ${read.problem}` };
      }
    }
  },
});
