import { check } from "../check";
import { fields, list } from "../fields";
import { Kind } from "../kinds";
import { attachmentOf } from "../model/attachments";
import { knowsProviders } from "../model/providers";

const objects = (defaults: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [{name: zipkin, zipkin: {service: zipkin.tracing.svc.cluster.local, port: 9411}}], defaultProviders: ${defaults}}"
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: sampling, namespace: istio-system}
spec:
  tracing:
  - randomSamplingPercentage: 5 # found
`;

/** Spans that a Telemetry turns off, as it names nobody who takes them. */
export const telemetryTracing = check({
  id: "telemetry-tracing",
  code: "MESH0398",
  aliases: [],
  level: "warning",
  kinds: [Kind.Telemetry],
  summary:
    "A Telemetry for the mesh has settings of spans and no provider, and the mesh has no default one.",
  why: "With such a Telemetry proxies do not follow the older settings in defaultConfig.tracing any more: they send no spans.",
  fix: "Name a provider, or set defaultProviders.tracing in the mesh config.",
  url: "https://istio.io/latest/docs/tasks/observability/distributed-tracing/telemetry-api/",
  fires: objects("{metrics: [prometheus]}"),
  silent: objects("{tracing: [zipkin]}").replace(" # found", ""),
  *run(object, mesh) {
    const { tracing = [] } = object.spec;
    const { labels, targets } = attachmentOf(object);
    const isForMesh =
      object.id.namespace === mesh.config.rootNamespace &&
      targets.length === 0 &&
      Object.keys(labels).length === 0;
    const isSent = tracing.some(({ providers = [] }) => providers.length > 0);
    const isMeant = tracing.some(({ disableSpanReporting }) => disableSpanReporting !== true);
    const hasDefault = list(fields(mesh.config.all.defaultProviders).tracing).length > 0;
    if (isForMesh && isMeant && !isSent && !hasDefault) {
      const path = "spec.tracing[0]";
      yield knowsProviders(mesh)
        ? {
            path,
            message:
              "no provider is named, and defaultProviders.tracing of the mesh config has none: no spans are sent",
          }
        : { path, notDeclared: "defaultProviders of the mesh config" };
    }
  },
});
