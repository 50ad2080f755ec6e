import { closest, didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { knowsProviders, providerNames } from "../model/providers";
import { type NamedProvider, providersOf } from "../model/telemetry-providers";
import { quoted } from "../words";

function* judge(mesh: Mesh, { name, path }: NamedProvider): Iterable<Verdict> {
  const known = mesh.fact(providerNames);
  if (known.has(name)) {
    return;
  }
  if (!knowsProviders(mesh)) {
    yield { path, notDeclared: `provider ${quoted(name)} of the mesh config` };
    return;
  }
  const value = closest(name, known);
  yield {
    path,
    message: `extensionProviders of the mesh config has no ${quoted(name)}${didYouMean(name, known)}`,
    ...(value !== undefined && { fix: { path, value } }),
  };
}

/** A provider of telemetry that the mesh config does not have. */
export const telemetryProvider = check({
  id: "telemetry-provider",
  code: "MESH0311",
  aliases: [],
  level: "warning",
  kinds: [Kind.Telemetry],
  summary: "A Telemetry names a provider that the mesh config does not have.",
  why: "Nothing is sent there: no logs, no spans, no metrics.",
  fix: "Declare the provider in extensionProviders of the mesh config, or name one of those.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    extensionProviders:
    - name: otel
      opentelemetry: {service: collector.tracing.svc.cluster.local, port: 4317}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: spans, namespace: flights}
spec:
  tracing:
  - providers:
    - name: otle # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    extensionProviders:
    - name: otel
      opentelemetry: {service: collector.tracing.svc.cluster.local, port: 4317}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: spans, namespace: flights}
spec:
  tracing: [{providers: [{name: otel}]}]
  accessLogging: [{providers: [{name: envoy}]}]
`,
  *run({ spec }, mesh): Iterable<Verdict> {
    yield* each(providersOf(spec), (one) => judge(mesh, one));
  },
});
