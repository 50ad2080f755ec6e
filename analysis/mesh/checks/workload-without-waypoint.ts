import { check } from "../check";
import { each } from "../each";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { requestConditions } from "../model/request-conditions";
import { usedWaypoint } from "../model/waypoints";
import { podKinds, type Workload } from "../model/workloads";

/** Whether requests to a workload go through a waypoint, by its own labels or by a Service of it. */
function hasWaypoint({ namespace, labels }: Workload, mesh: Mesh): boolean {
  const place = mesh.namespaces.get(namespace);
  return (
    usedWaypoint(labels, namespace, place) !== undefined ||
    mesh
      .servicesOf({ namespace, labels })
      .some(({ source }) => usedWaypoint(source.labels, namespace, place) !== undefined)
  );
}

/** Ambient Pods that a policy about requests is for, and that no waypoint stands before. */
export const workloadWithoutWaypoint = check({
  id: "workload-without-waypoint",
  code: "KIA1317",
  aliases: [],
  level: "info",
  kinds: [...podKinds],
  summary: "A policy about requests is for ambient Pods before which no waypoint stands.",
  why: "ztunnel sees connections alone, so nobody looks at the requests; the policy is told of, too, with what becomes of it.",
  fix: "Label the Service or its namespace with istio.io/use-waypoint, and attach the policy to the Service by targetRefs.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: tram, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: stops, namespace: tram}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: stops}}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: stops # found
  namespace: tram
spec:
  selector: {matchLabels: {app: stops}}
  template:
    metadata: {labels: {app: stops}}
    spec: {containers: [{name: stops, image: stops:1, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: stops, namespace: tram}
spec:
  targetRefs: [{kind: Service, group: "", name: stops}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: tram, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: stops, namespace: tram, labels: {istio.io/use-waypoint: tram}}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: stops}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: tram, namespace: tram}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: stops, namespace: tram}
spec:
  selector: {matchLabels: {app: stops}}
  template:
    metadata: {labels: {app: stops}}
    spec: {containers: [{name: stops, image: stops:1, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: stops, namespace: tram}
spec:
  targetRefs: [{kind: Service, group: "", name: stops}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), function* (workload) {
      if (
        workload.mode !== "ambient" ||
        workload.gateway !== undefined ||
        hasWaypoint(workload, mesh)
      ) {
        return;
      }
      const { authorizations } = mesh;
      const policies = [
        ...authorizations.choosing(workload),
        ...mesh
          .servicesOf(workload)
          .flatMap(({ source }) => authorizations.onService(source.id.namespace, source.id.name)),
      ];
      const [first] = policies.filter(({ spec }) => requestConditions(spec).length > 0);
      const [condition] = first === undefined ? [] : requestConditions(first.spec);
      if (first !== undefined && condition !== undefined) {
        yield {
          path: "metadata.name",
          message: `${objectWords(first.id)} asks for ${condition.name}, and no waypoint stands before ${objectWords(id)}`,
          related: [first.id],
        };
      }
    });
  },
});
