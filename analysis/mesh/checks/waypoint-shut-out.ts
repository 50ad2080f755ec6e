import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { refusedBy } from "../model/admission";
import type { Workload } from "../model/workloads";
import { policiesBefore } from "../model/ztunnel-policies";
import { waypointBefore } from "../waypoint-needed";

type Policy = Declared<AuthorizationPolicySpec>;

function* judge(policy: Policy, workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const waypoints = mesh.servicesOf(workload).flatMap((host) => waypointBefore(host, mesh) ?? []);
  for (const waypoint of new Set(waypoints)) {
    const [namespace = "", account = ""] = waypoint.split("/");
    if (
      refusedBy(policiesBefore(mesh.authorizations, workload), { namespace, account }) === policy
    ) {
      yield {
        path: "spec.rules",
        message: `all requests to ${objectWords(workload.source.id)} come from its waypoint (service account ${waypoint}), which is not let in; attach the policy to the Service by targetRefs, or allow serviceAccounts: [${JSON.stringify(waypoint)}]`,
        related: [workload.source.id],
      };
    }
  }
}

/** A policy that lets in clients of an ambient workload, and not the waypoint through which they come. */
export const waypointShutOut = check({
  id: "waypoint-shut-out",
  code: "MESH0209",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy at ztunnel does not let in the waypoint through which all requests come.",
  why: "ztunnel sees the waypoint as the caller and refuses each connection; clients are answered with 503.",
  fix: "Attach the policy to the Service by targetRefs: the waypoint sees who calls.",
  url: "https://istio.io/latest/docs/ambient/usage/l4-policy/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: vote, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: booth}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: booth, namespace: vote}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata: {name: count, namespace: vote}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: count}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: count, namespace: vote}
spec:
  template:
    metadata: {labels: {app: count}}
    spec: {containers: [{name: count, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: count, namespace: vote}
spec:
  selector: {matchLabels: {app: count}}
  rules:
  - from: [{source: {principals: [cluster.local/ns/vote/sa/web]}}] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: vote, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: booth}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: booth, namespace: vote}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata: {name: count, namespace: vote}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: count}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: count, namespace: vote}
spec:
  template:
    metadata: {labels: {app: count}}
    spec: {containers: [{name: count, ports: [{containerPort: 8080}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: count, namespace: vote}
spec:
  selector: {matchLabels: {app: count}}
  rules:
  - from: [{source: {serviceAccounts: [vote/booth]}}]
`,
  *run(policy, mesh) {
    if (policy.spec.rules?.length) {
      const behind = mesh
        .chosenBy(policy)
        .filter(({ mode, gateway }) => mode === "ambient" && !gateway);
      yield* each(behind, (workload) => judge(policy, workload, mesh));
    }
  },
});
