import { meshCases, service } from "../../../test/support/mesh-cases";
import { ingressBackend } from "./ingress-backend";

const ingress = (backend: string, by = "ingressClassName: istio") => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: shop}
spec: {${by}, rules: [{http: {paths: [{path: /, backend: {service: {${backend}}}}]}}]}
`;
const web = service("shop", "web", "{port: 80, name: http, targetPort: 8080}");
const at = "error Ingress i spec.rules[0].http.paths[0].backend.service";

meshCases(ingressBackend, {
  "finds the port of the Pods": {
    yaml: web + ingress("name: web, port: {number: 8080}"),
    says: [`${at}.port.number = 80`],
    messages: ["Service web has no port 8080; it has 80 (http): 8080 is where its Pods listen"],
    related: [["Service web.shop"]],
  },
  "finds a name of no port": {
    yaml: web + ingress("name: web, port: {name: main}"),
    says: [`${at}.port.name`],
    messages: ['Service web has no port "main"; it has 80 (http)'],
  },
  "finds another Service": {
    yaml: web + ingress("name: wbe, port: {number: 80}"),
    says: [`${at}.name = "web"`],
  },
  "does not know a Service of which none is declared": {
    yaml: ingress("name: web, port: {number: 80}"),
    says: ["not declared: Service web.shop"],
  },
  "finds that of what no rule takes": {
    yaml:
      web +
      ingress("name: web, port: {number: 80}").replace(
        "rules:",
        "defaultBackend: {service: {name: web, port: {number: 81}}}, rules:",
      ),
    says: ["error Ingress i spec.defaultBackend.service.port.number"],
  },
  "takes a port by its number and by its name": {
    yaml:
      web +
      ingress("name: web, port: {number: 80}") +
      ingress("name: web, port: {name: http}").replace("name: i", "name: j"),
  },
  "finds it whoever takes the Ingress": {
    yaml: web + ingress("name: web, port: {number: 81}", "ingressClassName: nginx"),
    says: [`${at}.port.number`],
  },
  "takes backends of another kind": {
    yaml: ingress("").replace("service: {}", "resource: {kind: Bucket, name: b}"),
  },
});
