import { withoutWaypoint } from "../ambient-hosts";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { meshGateway } from "../model/virtual-services";

/** Routes of requests in the mesh to an ambient Service without a waypoint. */
export const virtualServiceWithoutWaypoint = check({
  id: "virtual-service-without-waypoint",
  code: "KIA1113",
  aliases: ["KIA1109"],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService routes requests to an ambient Service that uses no waypoint.",
  why: "ztunnel sees connections alone: its clients go to the Service as if there were no routes. Clients with a sidecar follow them.",
  fix: "Put a waypoint before the Service (istio.io/use-waypoint), and write the routes as an HTTPRoute.",
  url: "https://istio.io/latest/docs/ambient/usage/l7-features/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: news, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: feed, namespace: news}
spec: {ports: [{port: 80, name: http}], selector: {app: feed}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: feed, namespace: news}
spec:
  hosts:
  - feed # found
  http: [{timeout: 2s, route: [{destination: {host: feed}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: news, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: feed, namespace: news}
spec: {ports: [{port: 80, name: tcp}], selector: {app: feed}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: feed, namespace: news}
spec:
  hosts: [feed]
  tcp: [{match: [{port: 80}], route: [{destination: {host: feed}}]}]
`,
  *run({ id, spec }, mesh) {
    const { hosts, gateways } = mesh.routesOf(id);
    if (!(spec.http?.length || spec.tls?.length) || !gateways.includes(meshGateway)) {
      return;
    }
    for (const [i, host] of hosts.entries()) {
      const service = withoutWaypoint(host, mesh);
      if (service !== undefined) {
        yield {
          path: `spec.hosts[${i}]`,
          message: `${objectWords(service.source.id)} is ambient and uses no waypoint: no client behind ztunnel follows these routes`,
          related: [service.source.id],
        };
      }
    }
  },
});
