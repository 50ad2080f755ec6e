import { meshCases, service } from "../../../test/support/mesh-cases";
import { providerService } from "./provider-service";

const config = (host: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [{name: spans, opentelemetry: {service: ${host}, port: 4317}}]}"
`;
const host = "collector.istio-system.svc.cluster.local";

meshCases(providerService, {
  "finds the Service in another namespace than the provider says": {
    yaml: service("watch", "collector") + config(host),
    says: ["warning ConfigMap istio data.mesh"],
  },
  "finds no Service of a provider that something asks for": {
    yaml: `${service("istio-system", "other") + config(host)}---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: spans, namespace: shop}
spec: {tracing: [{providers: [{name: spans}]}]}
`,
    says: ["warning ConfigMap istio data.mesh"],
  },
  "finds it of one that the mesh asks by default": {
    yaml:
      service("istio-system", "other") +
      config(host).replace('mesh: "{', 'mesh: "{defaultProviders: {tracing: [spans]}, '),
    says: ["warning ConfigMap istio data.mesh"],
  },
  "only notes it of one that nobody asks, as the preset demo has them": {
    yaml: service("istio-system", "other") + config(host),
    says: ["info ConfigMap istio data.mesh"],
  },
  "takes what is said to be elsewhere": {
    yaml: service("watch", "collector") + config(host),
    external: ["Service istio-system/collector"],
    says: ["not declared: Service collector.istio-system"],
  },
  "does not know of a Service that nobody declares": {
    yaml: service("watch", "other") + config(host),
    says: ["not declared: Service collector.istio-system"],
  },
  "finds a port that the Service does not have": {
    yaml: service("istio-system", "collector", "{port: 80, name: http}") + config(host),
    says: ["warning ConfigMap istio data.mesh"],
    messages: [
      'provider spans: "collector.istio-system.svc.cluster.local" has no port 4317; it has 80 (http)',
    ],
    related: [["Service collector.istio-system"]],
  },
  "takes a port of the Service, as a number and as text": {
    yaml:
      service("istio-system", "collector", "{port: 4317, name: grpc}") +
      config(host).replace("4317", "'4317'"),
  },
  "does not know of ports of a Service that has none": {
    yaml:
      service("istio-system", "collector").replace("ports: [{port: 80, name: http}]", "ports: []") +
      config(host),
  },
});
