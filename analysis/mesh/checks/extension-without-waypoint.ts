import { check } from "../check";
import { Kind } from "../kinds";
import { servicesWithoutWaypoint } from "../waypoint-needed";

/** What a waypoint is to do for a Service that uses none. */
export const extensionWithoutWaypoint = check({
  id: "extension-without-waypoint",
  code: "KIA1110",
  aliases: ["KIA1111", "KIA1112"],
  level: "warning",
  kinds: [Kind.RequestAuthentication, Kind.WasmPlugin, Kind.Telemetry],
  summary:
    "A RequestAuthentication, WasmPlugin or Telemetry is attached to a Service without a waypoint.",
  why: "A waypoint alone follows targetRefs to a Service: without one nothing happens.",
  fix: "Label the Service or its namespace with istio.io/use-waypoint.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: radio, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: stream, namespace: radio}
spec: {ports: [{port: 8000, name: http}], selector: {app: stream}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: stream, namespace: radio}
spec:
  targetRefs:
  - kind: Service
    group: ""
    name: stream # found
  tracing: [{randomSamplingPercentage: 5}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: stream, namespace: radio}
spec: {ports: [{port: 8000, name: http}], selector: {app: stream}}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: stream, namespace: radio}
spec:
  targetRefs: [{kind: Service, group: "", name: stream}]
  tracing: [{providers: [{name: zipkin}], randomSamplingPercentage: 5}]
`,
  *run(policy, mesh) {
    const { id } = policy;
    for (const { name, path } of servicesWithoutWaypoint(policy, mesh)) {
      yield {
        path: `${path}.name`,
        message: `Service ${name}.${id.namespace} uses no waypoint: nothing follows this ${id.kind}`,
        related: [{ apiVersion: "v1", kind: "Service", namespace: id.namespace, name }],
      };
    }
  },
});
