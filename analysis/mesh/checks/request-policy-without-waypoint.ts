import { check } from "../check";
import { Kind } from "../kinds";
import { requestConditions } from "../model/request-conditions";
import { servicesWithoutWaypoint } from "../waypoint-needed";

/** A policy that is attached to a Service before which no waypoint stands. */
export const requestPolicyWithoutWaypoint = check({
  id: "request-policy-without-waypoint",
  code: "KIA0109",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy is attached to a Service that uses no waypoint.",
  why: "A waypoint alone follows targetRefs to a Service: without one nothing enforces the policy, and the door is open.",
  fix: "Label the Service or its namespace with istio.io/use-waypoint.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: music, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: hall}}
---
apiVersion: v1
kind: Service
metadata: {name: tracks, namespace: music, labels: {istio.io/use-waypoint: none}}
spec: {ports: [{port: 8000, name: http}], selector: {app: tracks}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: tracks, namespace: music}
spec:
  targetRefs:
  - kind: Service
    group: ""
    name: tracks # found
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: music, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: tracks, namespace: music, labels: {istio.io/use-waypoint: hall}}
spec: {ports: [{port: 8000, name: http}], selector: {app: tracks}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: hall, namespace: music}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: tracks, namespace: music}
spec:
  targetRefs: [{kind: Service, group: "", name: tracks}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
  *run(policy, mesh) {
    for (const { name, path, words } of servicesWithoutWaypoint(policy, mesh)) {
      const [condition] = requestConditions(policy.spec);
      const about = condition === undefined ? "" : ` and asks for ${condition.name}`;
      yield {
        path: `${path}.name`,
        message: `Service ${name}.${policy.id.namespace} ${words}${about}: nothing enforces the policy`,
        related: [{ apiVersion: "v1", kind: "Service", namespace: policy.id.namespace, name }],
      };
    }
  },
});
