import { check } from "../check";
import { Kind } from "../kinds";
import { selectorProblems } from "../selector-problem";

/** A Sidecar, DestinationRule or ServiceEntry that chooses nothing. */
export const routingSelector = check({
  id: "routing-selector",
  code: "IST0101",
  aliases: ["KIA0004"],
  level: "warning",
  kinds: [Kind.Sidecar, Kind.DestinationRule, Kind.ServiceEntry],
  summary: "The selector of a Sidecar, a DestinationRule or a ServiceEntry chooses no Pod.",
  why: "The object has no effect; a ServiceEntry has no endpoints, so requests for its hosts are answered with 503.",
  fix: "Write the labels that the Pods have (those of the template, not of the Deployment), in the namespace of the object.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: queue, namespace: jobs}
spec:
  serviceName: queue
  selector: {matchLabels: {app: queue}}
  template:
    metadata: {labels: {app: queue}}
    spec: {containers: [{name: queue, image: queue:2}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: queue, namespace: jobs}
spec:
  workloadSelector:
    labels:
      app: queues # found
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: workers, namespace: jobs}
spec:
  hosts: [workers.jobs.internal]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{number: 8090, name: http, protocol: HTTP}]
  workloadSelector:
    labels:
      role: worker # found
`,
  silent: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: queue, namespace: jobs}
spec:
  serviceName: queue
  selector: {matchLabels: {app: queue}}
  template:
    metadata: {labels: {app: queue}}
    spec: {containers: [{name: queue, image: queue:2}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: queue, namespace: jobs}
spec:
  workloadSelector: {labels: {app: queue}}
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: workers, namespace: workers}
spec:
  workloadSelector: {labels: {role: worker}}
  egress: [{hosts: ["./*"]}]
`,
  run: (object, mesh) => selectorProblems(mesh, object),
});
