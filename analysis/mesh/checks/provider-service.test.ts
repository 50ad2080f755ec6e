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
  "takes what is said to be elsewhere": {
    yaml: service("watch", "collector") + config(host),
    external: ["Service istio-system/collector"],
    says: ["not declared: Service collector.istio-system"],
  },
  "does not know of a Service that nobody declares": {
    yaml: service("watch", "other") + config(host),
    says: ["not declared: Service collector.istio-system"],
  },
});
