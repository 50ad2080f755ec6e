import { applicationNameLabel } from "../../../values/known-names";
import { check } from "../check";
import { fields, text, texts } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { canaryTargetKind } from "../model/canaries";
import { labelWords, listed } from "../words";

/** Labels of which Flagger looks for one, unless it is started with `-selector-labels`. */
const wanted = ["app", "name", applicationNameLabel];

const objects = (label: string): string => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: rides, namespace: taxi}
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: rides${label === "service" ? " # found" : ""}
  service: {port: 80}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: rides, namespace: taxi}
spec:
  selector: {matchLabels: {${label}: rides}}
  template:
    metadata: {labels: {${label}: rides}}
    spec: {containers: [{name: rides, ports: [{containerPort: 80}]}]}
`;

/** A workload that Flagger cannot copy, as nothing tells the copy's Pods from its own. */
export const canaryLabels = check({
  id: "canary-labels",
  code: "MESH0175",
  aliases: [],
  level: "warning",
  kinds: [Kind.Canary],
  summary:
    "The workload of a Canary selects its Pods by none of the labels that Flagger looks for.",
  why: "Flagger does not begin (invalid label selector), unless it was started with other labels.",
  fix: "Select the Pods by `app`, `name` or `app.kubernetes.io/name`; or start Flagger with -selector-labels.",
  url: "https://docs.flagger.app/faq#labels-and-selectors",
  fires: objects("service"),
  silent: objects("app"),
  *run(canary, mesh) {
    const name = text(fields(fields(canary.object.spec).targetRef).name) ?? "";
    const kind = canaryTargetKind(canary);
    const target = kind && mesh.set.find(kind, canary.id.namespace, name);
    const { matchLabels } = fields(fields(fields(target?.object.spec)).selector);
    const labels = texts(matchLabels);
    if (target && matchLabels !== undefined && !wanted.some((label) => label in labels)) {
      yield {
        path: "spec.targetRef.name",
        message: `${objectWords(target.id)} selects its Pods by ${labelWords(labels)}, and Flagger looks for one of ${listed(wanted)}`,
        related: [target.id],
      };
    }
  },
});
