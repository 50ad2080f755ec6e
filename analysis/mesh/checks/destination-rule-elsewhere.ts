import { ambientService } from "../ambient-hosts";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { requestSetting } from "../model/request-settings";

/** Settings of requests for an ambient Service in another namespace than its own. */
export const destinationRuleElsewhere = check({
  id: "destination-rule-elsewhere",
  code: "KIA0212",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule for an ambient Service lies in another namespace.",
  why: "A waypoint follows rules of the Service's own namespace; those of its clients have no effect.",
  fix: "Move the rule into the Service's namespace.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: forum, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: forum}}
---
apiVersion: v1
kind: Service
metadata: {name: threads, namespace: forum}
spec: {ports: [{port: 8080, name: http}], selector: {app: threads}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: threads, namespace: portal}
spec:
  host: threads.forum.svc.cluster.local # found
  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: forum, labels: {istio.io/rev: stable}}
---
apiVersion: v1
kind: Service
metadata: {name: threads, namespace: forum}
spec: {ports: [{port: 8080, name: http}], selector: {app: threads}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: threads, namespace: portal}
spec:
  host: threads.forum.svc.cluster.local
  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}
`,
  *run({ id, spec }, mesh) {
    const service =
      requestSetting(spec) === undefined
        ? undefined
        : ambientService(mesh.fullName(spec.host, id.namespace), mesh);
    if (service !== undefined && service.namespace !== id.namespace) {
      yield {
        path: "spec.host",
        message: `${objectWords(service.source.id)} is ambient, and its waypoint follows rules of namespace ${service.namespace} alone`,
        related: [service.source.id],
      };
    }
  },
});
