import { waypointForLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isWaypointClass } from "../model/workloads";
import {
  type Enrolled,
  enrolledKinds,
  type WaypointLabel,
  waypointLabels,
} from "../waypoint-labels";

const usual = "service";

/** Values of a waypoint's label with which it takes connections to those who name it. */
const takenBy: Readonly<Record<Enrolled, readonly string[]>> = {
  Namespace: ["service", "workload", "all"],
  Service: ["service", "all"],
  ServiceEntry: ["service", "all"],
  Pods: ["workload", "all"],
};

function* judge({ path, namespace, name, who }: WaypointLabel, mesh: Mesh): Iterable<Verdict> {
  const waypoint = mesh.set.find(Kind.ApiGateway, namespace, name);
  if (waypoint === undefined || !isWaypointClass(waypoint.spec.gatewayClassName)) {
    return;
  }
  const takes = waypoint.labels[waypointForLabel];
  if (!takenBy[who].includes(takes ?? usual)) {
    const says =
      takes === undefined
        ? `without the label ${waypointForLabel}`
        : `with ${waypointForLabel}: ${takes}`;
    const to = who === "Pods" ? "the addresses of Pods" : `a ${who}`;
    yield {
      path,
      message: `waypoint ${name}.${namespace} ${says} takes no connections to ${to}: this label has no effect`,
      related: [waypoint.id],
    };
  }
}

/** Enrolment in a waypoint that takes other connections. */
export const waypointFor = check({
  id: "waypoint-for",
  code: "MESH0321",
  aliases: [],
  level: "warning",
  kinds: enrolledKinds,
  summary: "A label names a waypoint that takes connections to Services only, or to Pods only.",
  why: "istiod leaves the waypoint out, and connections go past it: its routes and policies have no effect.",
  fix: "Set istio.io/waypoint-for of the waypoint to service, workload or all, as it is used.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/#waypoint-traffic-types",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: harbour, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: pilots, namespace: harbour, labels: {istio.io/waypoint-for: workload}}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata:
  name: berths
  namespace: harbour
  labels:
    istio.io/use-waypoint: pilots # found
spec: {ports: [{port: 80, name: http}], selector: {app: berths}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: tugs, namespace: harbour}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: berths, namespace: harbour}
spec:
  template:
    metadata:
      labels:
        app: berths
        istio.io/use-waypoint: tugs # found
    spec: {containers: [{name: berths, ports: [{containerPort: 80}]}]}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: harbour
  labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: pilots}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: pilots, namespace: harbour}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata: {name: berths, namespace: harbour, labels: {istio.io/use-waypoint: pilots}}
spec: {ports: [{port: 80, name: http}], selector: {app: berths}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: tugs, namespace: harbour, labels: {istio.io/waypoint-for: all}}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: berths, namespace: harbour}
spec:
  template:
    metadata: {labels: {app: berths, istio.io/use-waypoint: tugs}}
    spec: {containers: [{name: berths, ports: [{containerPort: 80}]}]}
`,
  *run(object, mesh) {
    yield* each(waypointLabels(object, mesh), (label) => judge(label, mesh));
  },
});
