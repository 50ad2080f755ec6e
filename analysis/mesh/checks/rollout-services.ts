import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, texts } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { rolloutLabels, rolloutServices } from "../model/rollouts";
import { labelWords } from "../words";

/** What Argo Rollouts adds to the selectors itself. */
const hash = "rollouts-pod-template-hash";

const objects = (selector: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: atlas, namespace: maps}
spec:
  selector: {matchLabels: {app: atlas}}
  template:
    metadata: {labels: {app: atlas}}
    spec: {containers: [{name: atlas, ports: [{containerPort: 8080}]}]}
  strategy:
    blueGreen:
      activeService: atlas${selector === "atlas" ? "" : " # found"}
      previewService: atlas-preview
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: globe, namespace: maps}
spec:
  template:
    metadata: {labels: {app: globe}}
    spec: {containers: [{name: globe, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: atlas, namespace: maps}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: ${selector}}}
---
apiVersion: v1
kind: Service
metadata: {name: atlas-preview, namespace: maps}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: atlas}}
`;

/** Services by which a Rollout cannot tell its Pods. */
export const rolloutServicesFit = check({
  id: "rollout-services",
  code: "MESH0165",
  aliases: [],
  level: "error",
  kinds: [Kind.Rollout],
  summary: "A Rollout names one Service twice, or one that does not select its Pods.",
  why: "Argo Rollouts refuses such a specification (InvalidSpec): it does not go on, and the new version is not run.",
  fix: "Name two Services, both with the labels of the Rollout's template as their selector.",
  url: "https://argo-rollouts.readthedocs.io/en/stable/features/specification/",
  fires: objects("globe"),
  silent: objects("atlas"),
  *run(rollout, mesh): Iterable<Verdict> {
    const { namespace } = rollout.id;
    const services = rolloutServices(rollout);
    const [first, second] = services;
    if (first !== undefined && first.name === second?.name) {
      yield {
        path: second.path,
        message: `${second.name} is ${first.path.slice(first.path.lastIndexOf(".") + 1)} too: old and new Pods need a Service each`,
      };
    }
    const labels = rolloutLabels(rollout, mesh);
    const [own] = labels;
    yield* each(own === undefined ? [] : services, function* ({ name, path }) {
      const service = mesh.set.find(Kind.Service, namespace, name);
      const { [hash]: _, ...selector } = texts(fields(service?.object.spec).selector);
      const wrong = Object.entries(selector).filter(
        ([key, value]) => !labels.some((some) => some[key] === value),
      );
      if (service !== undefined && wrong.length > 0) {
        yield {
          path,
          message: `${objectWords(service.id)} selects ${labelWords(Object.fromEntries(wrong))}, and the Rollout's Pods have ${labelWords(own ?? {})}`,
          related: [service.id],
        };
      }
    });
  },
});
