import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { isMeshConfig, readFields } from "../model/mesh-config";
import { meshSettingProblems } from "../model/mesh-settings";

/** A mesh config that is YAML, and not one that istiod can read. */
export const meshConfigValue = check({
  id: "mesh-config-value",
  code: "MESH0370",
  aliases: [],
  level: "error",
  kinds: [Kind.ConfigMap],
  summary: "A setting of the mesh config has a value that istiod cannot read.",
  why: "istiod leaves all of the mesh config aside: it keeps what it had, or starts with its defaults.",
  fix: "Write a value of the form that the message names; texts that look like numbers or flags need quotes.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |- # found
    accessLogFile: /dev/stdout
    outboundTrafficPolicy: {mode: REGISTRYONLY}
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    accessLogFile: /dev/stdout
    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
    defaultConfig:
      concurrency: "2"
      proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}
    extensionProviders:
    - name: spans
      opentelemetry: {service: spans.tracing.svc.cluster.local, port: 4317, resource_detectors: {environment: {}}}
`,
  *run({ id, object }) {
    const read = isMeshConfig(id) ? readFields(text(fields(object.data).mesh) ?? "") : undefined;
    for (const problem of read && "fields" in read ? meshSettingProblems(read.fields) : []) {
      if (problem.refusesAll) {
        yield { path: "data.mesh", message: `${problem.setting}: ${problem.message}` };
      }
    }
  },
});
