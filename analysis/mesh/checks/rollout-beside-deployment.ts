import { check } from "../check";
import { fields, number, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";

const objects = (replicas: number): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: menus${replicas === 0 ? "" : " # found"}
  namespace: diner
spec:
  replicas: 3
  workloadRef: {apiVersion: apps/v1, kind: Deployment, name: menus}
  selector: {matchLabels: {app: menus}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: menus, namespace: diner}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: menus}}
  template:
    metadata: {labels: {app: menus}}
    spec: {containers: [{name: menus, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: menus, namespace: diner}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: menus}}
`;

/** A Deployment that goes on running the Pods which a Rollout is to run. */
export const rolloutBesideDeployment = check({
  id: "rollout-beside-deployment",
  code: "MESH0179",
  aliases: [],
  level: "warning",
  kinds: [Kind.Rollout],
  summary: "A Deployment runs Pods beside the Rollout that has taken its place.",
  why: "Services take the Pods of both: requests go to Pods that no step of the Rollout reaches, and that stay as they are.",
  fix: "Set the Deployment's replicas to 0, or `scaleDown` in workloadRef; or take the Deployment away.",
  url: "https://argo-rollouts.readthedocs.io/en/stable/migrating/",
  fires: objects(3),
  silent: objects(0),
  *run({ id, object }, mesh) {
    const { namespace } = id;
    const { workloadRef, selector } = fields(object.spec);
    const { name: referenced, kind, scaleDown = "never" } = fields(workloadRef);
    const isReferring = kind === "Deployment";
    const name = isReferring ? (text(referenced) ?? "") : id.name;
    const deployment = mesh.set.find(Kind.Deployment, namespace, name);
    const runs = deployment !== undefined && number(fields(deployment.object.spec).replicas) !== 0;
    if (!runs || (isReferring && scaleDown !== "never")) {
      return;
    }
    const wanted = fields(fields(selector).matchLabels);
    const [own] = mesh.workloadsOf(deployment.id);
    const isSame = Object.entries(wanted).every(([key, value]) => own?.labels[key] === value);
    if (isReferring || (Object.keys(wanted).length > 0 && isSame)) {
      yield {
        path: "metadata.name",
        message: `${objectWords(deployment.id)} runs Pods with the same labels`,
        related: [deployment.id],
      };
    }
  },
});
