import { useWaypointLabel } from "../../../values/known-names";
import { check } from "../check";
import { type Fields, fields, list } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { hasSelector } from "../model/policies";
import { isForZtunnelAlone, servicesWithoutWaypoint } from "../waypoint-needed";

/** Kiali's codes for other kinds than the check's own. */
const aliases: Readonly<Record<string, string[]>> = {
  WasmPlugin: ["KIA1111"],
  Telemetry: ["KIA1112"],
};

/** Whether a Telemetry is about more than what ztunnel counts. */
const changesRequests = ({ tracing, accessLogging, metrics }: Fields): boolean =>
  list(tracing).length > 0 ||
  list(accessLogging).length > 0 ||
  list(metrics).some(({ overrides }) => list(overrides).length > 0);

/** Whether anything of a namespace uses a waypoint, or lies there as one. */
const hasWaypoint = (mesh: Mesh, namespace: string): boolean =>
  mesh.namespaces.get(namespace)?.waypoint !== undefined ||
  mesh.workloadsIn(namespace).some(({ gateway }) => gateway === "waypoint") ||
  mesh.set.inNamespace(namespace).some(({ labels }) => labels[useWaypointLabel] !== undefined);

/** What a waypoint is to do for a Service that uses none. */
export const extensionWithoutWaypoint = check({
  id: "extension-without-waypoint",
  code: "KIA1110",
  aliases: ["KIA1111", "KIA1112"],
  level: "warning",
  kinds: [Kind.RequestAuthentication, Kind.WasmPlugin, Kind.Telemetry],
  summary: "A RequestAuthentication, WasmPlugin or Telemetry is for what uses no waypoint.",
  why: "A waypoint alone follows targetRefs to a Service, and what a Telemetry says of ambient workloads: without one nothing happens.",
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
    for (const { name, path, words } of servicesWithoutWaypoint(policy, mesh)) {
      yield {
        path: `${path}.name`,
        message: `Service ${name}.${id.namespace} ${words}: nothing follows this ${id.kind}`,
        related: [{ apiVersion: "v1", kind: "Service", namespace: id.namespace, name }],
        aliases: aliases[id.kind] ?? [],
      };
    }
    if (
      id.kind === "Telemetry" &&
      !hasSelector(policy.spec) &&
      isForZtunnelAlone(policy, mesh) &&
      changesRequests(fields(policy.object.spec)) &&
      !hasWaypoint(mesh, id.namespace)
    ) {
      yield {
        path: "metadata.namespace",
        message: `the workloads of namespace ${id.namespace} are ambient and use no waypoint: nothing follows this Telemetry`,
        aliases: aliases[id.kind] ?? [],
      };
    }
  },
});
