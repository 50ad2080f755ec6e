import { check } from "../check";
import { Kind } from "../kinds";
import { misused, providersOf } from "../model/telemetry-providers";
import { listed, quoted } from "../words";

const telemetry = (use: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    extensionProviders:
    - name: spans
      zipkin: {service: zipkin.tracing.svc.cluster.local, port: 9411}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: harbour, namespace: boats}
spec:
  ${use}:
  - providers:
    - name: spans`;

/** A provider of telemetry that is named for what it does not take. */
export const telemetryProviderKind = check({
  id: "telemetry-provider-kind",
  code: "MESH0372",
  aliases: [],
  level: "warning",
  kinds: [Kind.Telemetry],
  summary: "A Telemetry names a provider for what a provider of its kind does not take.",
  why: "Nothing is sent there: no logs, no spans, no metrics.",
  fix: "Name a provider of a kind that the message lists, or declare one in the mesh config.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider",
  fires: `${telemetry("accessLogging")} # found
`,
  silent: `${telemetry("tracing")}
`,
  *run({ spec }, mesh) {
    for (const provider of providersOf(spec)) {
      const wrong = misused(mesh, provider);
      if (wrong) {
        yield {
          path: provider.path,
          message: `${quoted(provider.name)} is of kind ${wrong.kind}, and ${provider.use} is for ${listed(wrong.right)}`,
        };
      }
    }
  },
});
