import { didYouMean } from "../../../values/closest";
import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { isMeshConfig } from "../model/mesh-config";
import { providerNames } from "../model/providers";
import { misused, type TelemetryUse } from "../model/telemetry-providers";
import { listed, quoted } from "../words";

const path = "data.mesh";

const config = (name: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{defaultProviders: {tracing: [${name}]}, extensionProviders: [{name: zipkin, zipkin: {service: zipkin.tracing.svc.cluster.local, port: 9411}}]}"`;

/** A default provider that is none. */
export const defaultProvider = check({
  id: "default-provider",
  code: "MESH0373",
  aliases: [],
  level: "warning",
  kinds: [Kind.ConfigMap],
  summary: "A default provider of the mesh config is not declared, or takes something else.",
  why: "Where a Telemetry names no provider, nothing is sent: no logs, no spans, no metrics.",
  fix: "Declare it in extensionProviders, or name one that is there and takes this.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-DefaultProviders",
  fires: `${config("jaeger")} # found
`,
  silent: `${config("zipkin")}
`,
  *run({ id, object }, mesh) {
    // Of several mesh configs, one is followed.
    if (!isMeshConfig(id) || text(fields(object.data).mesh) === undefined) {
      return;
    }
    const known = mesh.fact(providerNames);
    for (const [use, names] of Object.entries(fields(mesh.config.all.defaultProviders))) {
      for (const name of Array.isArray(names) ? names.map(String) : []) {
        const wrong = misused(mesh, { use: use as TelemetryUse, name, path });
        if (!known.has(name)) {
          yield {
            path,
            message: `defaultProviders.${use}: extensionProviders has no ${quoted(name)}${didYouMean(name, known)}`,
          };
        } else if (wrong) {
          yield {
            path,
            message: `defaultProviders.${use}: ${quoted(name)} is of kind ${wrong.kind}, and this is for ${listed(wrong.right)}`,
          };
        }
      }
    }
  },
});
