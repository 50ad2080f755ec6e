import { check } from "../check";
import { each } from "../each";
import { objectWords } from "../kubernetes-object";
import { podKinds } from "../model/workloads";
import { policiesBefore } from "../model/ztunnel-policies";

/** A workload for which no policy says who may call it, in a set that has such policies. */
export const workloadUncovered = check({
  id: "workload-uncovered",
  code: "KIA1301",
  aliases: [],
  level: "info",
  kinds: podKinds,
  summary: "No AuthorizationPolicy is for a workload of the mesh, while others have one.",
  why: "Whoever reaches it may call it.",
  fix: "Write a policy for it, or one for its namespace.",
  url: "https://kiali.io/docs/features/validations/#kia1301---this-workload-is-not-covered-by-any-authorization-policy",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: zoo, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: lion, namespace: zoo}
spec:
  template:
    metadata: {labels: {app: lion}}
    spec: {containers: [{name: lion}]}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: penguin # found
  namespace: zoo
spec:
  template:
    metadata: {labels: {app: penguin}}
    spec: {containers: [{name: penguin}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: lion, namespace: zoo}
spec:
  selector: {matchLabels: {app: lion}}
  rules: [{from: [{source: {namespaces: [zoo]}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: zoo, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: lion, namespace: zoo}
spec:
  template:
    metadata: {labels: {app: lion}}
    spec: {containers: [{name: lion}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: all, namespace: zoo}
spec: {rules: [{from: [{source: {namespaces: [zoo]}}]}]}
`,
  *run({ id }, mesh) {
    if (mesh.authorizations.all.length === 0) {
      return;
    }
    yield* each(mesh.workloadsOf(id), function* (workload) {
      const attached = mesh
        .servicesOf(workload)
        .flatMap(({ source }) =>
          mesh.authorizations.onService(source.id.namespace, source.id.name),
        );
      const own = policiesBefore(mesh.authorizations, workload);
      const covered = own.length > 0 || attached.length > 0;
      if (workload.mode !== "none" && workload.gateway === undefined && !covered) {
        yield {
          path: "metadata.name",
          message: `no AuthorizationPolicy is for ${objectWords(id)}: whoever reaches it may call it`,
        };
      }
    });
  },
});
