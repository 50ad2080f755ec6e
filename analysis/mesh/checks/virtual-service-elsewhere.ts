import { ambientService } from "../ambient-hosts";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { meshGateway } from "../model/virtual-services";

/** Routes to an ambient Service that lie in another namespace. */
export const virtualServiceElsewhere = check({
  id: "virtual-service-elsewhere",
  code: "KIA1114",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService for an ambient Service lies in another namespace.",
  why: "A waypoint follows routes of the Service's own namespace; those of its clients have no effect.",
  fix: "Move the routes into the Service's namespace.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: mail, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: inbox, namespace: mail, labels: {istio.io/use-waypoint: post}}
spec: {ports: [{port: 80, name: http}], selector: {app: inbox}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: inbox, namespace: webmail}
spec:
  hosts:
  - inbox.mail.svc.cluster.local # found
  http: [{route: [{destination: {host: inbox.mail.svc.cluster.local}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: mail, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: inbox, namespace: mail, labels: {istio.io/use-waypoint: post}}
spec: {ports: [{port: 80, name: http}], selector: {app: inbox}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: inbox, namespace: mail}
spec:
  hosts: [inbox.mail.svc.cluster.local]
  http: [{route: [{destination: {host: inbox}}]}]
`,
  *run({ id, spec }, mesh) {
    const { hosts, gateways } = mesh.routesOf(id);
    if (!(spec.http?.length || spec.tls?.length) || !gateways.includes(meshGateway)) {
      return;
    }
    for (const [i, host] of hosts.entries()) {
      const service = ambientService(host, mesh);
      if (service !== undefined && service.namespace !== id.namespace) {
        yield {
          path: `spec.hosts[${i}]`,
          message: `${objectWords(service.source.id)} is ambient, and its waypoint follows routes of namespace ${service.namespace} alone`,
          related: [service.source.id],
        };
      }
    }
  },
});
