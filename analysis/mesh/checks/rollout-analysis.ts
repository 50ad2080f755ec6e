import { check } from "../check";
import { each } from "../each";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import { type NamedReference, referenceProblems } from "../named-reference";

/** Fields of a strategy under which an analysis may stand. */
const analyses = ["analysis", "prePromotionAnalysis", "postPromotionAnalysis"];

function* templatesOf(value: unknown, path: string, namespace: string): Iterable<NamedReference> {
  for (const [i, { templateName, clusterScope }] of list(fields(value).templates).entries()) {
    yield {
      kind: clusterScope === true ? Kind.ClusterAnalysisTemplate : Kind.AnalysisTemplate,
      name: text(templateName) ?? "",
      namespace,
      path: `${path}.templates[${i}].templateName`,
    };
  }
}

function* templatesOfStrategy(
  strategy: Fields,
  path: string,
  namespace: string,
): Iterable<NamedReference> {
  for (const field of analyses) {
    yield* templatesOf(strategy[field], `${path}.${field}`, namespace);
  }
  for (const [i, step] of list(strategy.steps).entries()) {
    yield* templatesOf(step.analysis, `${path}.steps[${i}].analysis`, namespace);
  }
}

/** The workload whose template a Rollout runs Pods by. */
function* workloadOf(spec: Fields, namespace: string): Iterable<NamedReference> {
  const { apiVersion, kind, name } = fields(spec.workloadRef);
  const written = text(apiVersion) && text(kind);
  const known = written ? kindOf({ apiVersion: `${apiVersion}`, kind: `${kind}` }) : "";
  if (known === Kind.Deployment) {
    yield {
      kind: Kind.Deployment,
      name: text(name) ?? "",
      namespace,
      path: "spec.workloadRef.name",
    };
  }
}

const objects = (name: string): string => `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: success-rate, namespace: metro}
spec: {metrics: []}
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: fares, namespace: metro}
spec:
  selector: {matchLabels: {app: fares}}
  template:
    metadata: {labels: {app: fares}}
    spec: {containers: [{name: fares}]}
  strategy:
    canary:
      steps:
      - setWeight: 20
      - analysis:
          templates:
          - templateName: ${name}
`;

/** A Rollout that hangs on what is not there. */
export const rolloutAnalysis = check({
  id: "rollout-analysis",
  code: "MESH0435",
  aliases: [],
  level: "error",
  kinds: [Kind.Rollout],
  summary:
    "A Rollout names an AnalysisTemplate, or a workload whose template it takes, that does not exist.",
  why: "The controller refuses the Rollout (InvalidSpec) and changes nothing any more.",
  fix: "Name what is declared in the Rollout's namespace; write clusterScope: true for a ClusterAnalysisTemplate.",
  url: "https://argo-rollouts.readthedocs.io/en/stable/features/analysis/",
  fires: objects("success-rates # found"),
  silent: objects("success-rate"),
  *run({ id, object }, mesh) {
    const spec = fields(object.spec);
    const { canary, blueGreen } = fields(spec.strategy);
    const all = [
      ...workloadOf(spec, id.namespace),
      ...templatesOfStrategy(fields(canary), "spec.strategy.canary", id.namespace),
      ...templatesOfStrategy(fields(blueGreen), "spec.strategy.blueGreen", id.namespace),
    ];
    yield* each(all, (one) => referenceProblems(mesh, one));
  },
});
