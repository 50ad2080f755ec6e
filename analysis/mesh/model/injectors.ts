import { type Fields, fields, list, text, texts } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { type Labels, selects } from "./selector";

/** What a webhook of an injector takes. */
export interface Injector {
  readonly namespaceSelector: Fields;
  readonly objectSelector: Fields;
}

const istioWebhook = "istio.io";

/** Every webhook of Istio's injectors that is declared. */
export const injectorsOf = (mesh: Mesh): readonly Injector[] =>
  mesh.set
    .all(Kind.MutatingWebhook)
    .flatMap(({ object }) => list(object.webhooks))
    .filter(({ name }) => text(name)?.endsWith(istioWebhook))
    .map(({ namespaceSelector, objectSelector }) => ({
      namespaceSelector: fields(namespaceSelector),
      objectSelector: fields(objectSelector),
    }));

/** An expression that Kubernetes refuses takes nothing, and so does its selector. */
function fits({ key, operator, values = [] }: Fields, labels: Labels): boolean {
  const name = text(key);
  if (name === undefined || !Array.isArray(values)) {
    return false;
  }
  const own = labels[name];
  switch (operator) {
    case "In":
      return own !== undefined && values.includes(own);
    case "NotIn":
      return values.length > 0 && !values.includes(own);
    case "Exists":
      return values.length === 0 && own !== undefined;
    case "DoesNotExist":
      return values.length === 0 && own === undefined;
    default:
      return false;
  }
}

/** Whether a selector of Kubernetes takes labels; one without anything takes all. */
const selected = (selector: Fields, labels: Labels): boolean =>
  selects(texts(selector.matchLabels), labels) &&
  list(selector.matchExpressions).every((expression) => fits(expression, labels));

/** Whether an injector takes Pods. */
export const injects = (
  { namespaceSelector, objectSelector }: Injector,
  namespace: Labels,
  pod: Labels,
): boolean => selected(namespaceSelector, namespace) && selected(objectSelector, pod);
