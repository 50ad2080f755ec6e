import { withoutWaypoint } from "../ambient-hosts";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { requestSetting } from "../model/request-settings";

/** Settings of requests for an ambient Service without a waypoint. */
export const destinationRuleWithoutWaypoint = check({
  id: "destination-rule-without-waypoint",
  code: "KIA0211",
  aliases: ["KIA0210"],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary:
    "A DestinationRule sets what hangs on requests for an ambient Service without a waypoint.",
  why: "ztunnel sees connections alone: its clients do not follow the setting. Clients with a sidecar do.",
  fix: "Put a waypoint before the Service (istio.io/use-waypoint).",
  url: "https://istio.io/latest/docs/ambient/usage/l7-features/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: wiki, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: pages, namespace: wiki}
spec: {ports: [{port: 80, name: http}], selector: {app: pages}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pages, namespace: wiki}
spec:
  host: pages
  trafficPolicy:
    loadBalancer:
      consistentHash: {httpHeaderName: x-user} # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: wiki, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: pages, namespace: wiki}
spec: {ports: [{port: 80, name: http}], selector: {app: pages}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pages, namespace: wiki}
spec:
  host: pages
  trafficPolicy: {connectionPool: {tcp: {connectTimeout: 3s}}}
`,
  *run({ id, spec }, mesh) {
    const path = requestSetting(spec);
    const service =
      path === undefined
        ? undefined
        : withoutWaypoint(mesh.fullName(spec.host, id.namespace), mesh);
    if (path !== undefined && service !== undefined) {
      yield {
        path,
        message: `${objectWords(service.source.id)} is ambient and uses no waypoint: no client behind ztunnel follows this`,
        related: [service.source.id],
      };
    }
  },
});
