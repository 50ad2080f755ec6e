import { meshCases, service } from "../../../test/support/mesh-cases";
import { endpointPortName } from "./endpoint-port-name";

const bare = (...ports: string[]) =>
  service("shop", "web", ...ports).replace("selector: {app: web}, ", "");
const slice = (ports: string, of = "web") => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: s, namespace: shop, labels: {kubernetes.io/service-name: ${of}}}
addressType: IPv4
ports: [${ports}]
endpoints: [{addresses: [192.0.2.1]}]
`;
const endpoints = (ports: string) => `---
apiVersion: v1
kind: Endpoints
metadata: {name: web, namespace: shop}
subsets: [{addresses: [{ip: 192.0.2.1}], ports: [${ports}]}]
`;
const two = ["{port: 80, name: http}", "{port: 81, name: admin}"];

meshCases(endpointPortName, {
  "finds a port of another name": {
    yaml: bare(...two) + slice("{name: http, port: 8080}, {name: web, port: 8081}"),
    says: ["error Service web spec.ports[1]"],
    messages: ['"admin", and EndpointSlice s.shop has "http", "web"'],
    related: [["EndpointSlice s.shop"]],
  },
  "finds it in Endpoints": {
    yaml: bare("{port: 80, name: http}") + endpoints("{name: web, port: 80}"),
    says: ["error Service web spec.ports[0]"],
  },
  "finds a name where the Service has none": {
    yaml: bare("{port: 80}") + slice("{name: http, port: 80}"),
    says: ["error Service web spec.ports[0]"],
    messages: ['the port has no name, and EndpointSlice s.shop has "http"'],
  },
  "takes ports of both, and none in both": {
    yaml:
      bare(...two) +
      slice("{name: http, port: 80}") +
      endpoints("{name: admin, port: 80}") +
      bare("{port: 80}").replace("name: web", "name: b") +
      slice("{port: 80}", "b").replace("name: s,", "name: t,"),
  },
  "leaves Services alone that choose Pods, or have no addresses here": {
    yaml:
      service("shop", "web") +
      slice("{name: web, port: 80}") +
      bare("{port: 80}").replace("name: web", "name: b"),
  },
});
