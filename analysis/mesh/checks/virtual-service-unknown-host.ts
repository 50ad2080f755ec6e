import { serviceOfHost } from "../../../values/service-host";
import { check } from "../check";
import { each } from "../each";
import { hostProblem, viewersOf } from "../host-reference";
import { Kind } from "../kinds";
import { meshGateway } from "../model/virtual-services";

/** Rules of the mesh for a Service that is not there. */
export const virtualServiceUnknownHost = check({
  id: "virtual-service-unknown-host",
  code: "KIA1101",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService of the mesh is for a Service that does not exist.",
  why: "Nobody asks for the host, so none of its rules is ever followed.",
  fix: "Name the Service that the rules are for under `hosts`, or declare a ServiceEntry for the host.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: payments, namespace: bank}
spec: {ports: [{port: 4000, name: http}], selector: {app: payments}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: payments, namespace: bank}
spec:
  hosts:
  - payment # found
  http:
  - retries: {attempts: 2}
    route:
    - destination: {host: payments}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: payments, namespace: bank}
spec: {ports: [{port: 4000, name: http}], selector: {app: payments}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: payments, namespace: bank}
spec:
  hosts: [payment.example.com]
  gateways: [edge/public]
  http:
  - retries: {attempts: 2}
    route:
    - destination: {host: payments, port: {number: 4000}}
`,
  *run({ id, spec }, mesh) {
    const { hosts, gateways, exportTo, destinations } = mesh.routesOf(id);
    if (!gateways.includes(meshGateway) || gateways.length > 1) {
      return;
    }
    const { namespace } = id;
    const viewers = viewersOf(exportTo, namespace);
    yield* each(hosts.entries(), function* ([i, host]) {
      const written = spec.hosts?.[i] ?? host;
      const problem = hostProblem(mesh, {
        path: `spec.hosts[${i}]`,
        written,
        host,
        namespace,
        viewers,
      });
      const isTold = destinations.some((to) => to.host === host);
      if (problem && !isTold && !host.startsWith("*")) {
        // A name outside may be resolved by others, and then the rules are followed.
        yield serviceOfHost(host) ? problem : { ...problem, level: "info" };
      }
    });
  },
});
