import type { TelemetrySpec } from "../../../schemas/kinds/telemetry/telemetry";
import { closest, didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { knowsProviders, providerNames } from "../model/providers";
import { quoted } from "../words";

interface ProviderName {
  readonly name: string;
  /** Path of the name in the Telemetry. */
  readonly path: string;
}

const namesOf = ({
  accessLogging = [],
  metrics = [],
  tracing = [],
}: TelemetrySpec): ProviderName[] =>
  Object.entries({ accessLogging, metrics, tracing }).flatMap(([field, entries]) =>
    entries.flatMap(({ providers = [] }, i) =>
      providers.map(({ name }, j) => ({ name, path: `spec.${field}[${i}].providers[${j}].name` })),
    ),
  );

function* judge(mesh: Mesh, { name, path }: ProviderName): Iterable<Verdict> {
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
    yield* each(namesOf(spec), (one) => judge(mesh, one));
  },
});
