import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import type { ControlPlaneFact, DiscoverySelector } from "../program/facts/control-plane-facts";
import { chosenBy, type Labels, labelsInWords } from "../program/labels";
import type { Demand } from "../program/part";
import { type ChartValues, valueAt } from "./chart-values";
import { istiodDemand } from "./revision-known";

/** Whether everything in it is known; Outputs are objects of a class. */
const isPlain = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(isPlain)
    : typeof value === "object" && value !== null
      ? Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
      : true;

/** Labels of the namespaces that an istiod looks at; undefined for all, or when some arrive later. */
export function discoverySelectors(values: ChartValues): readonly DiscoverySelector[] | undefined {
  const list = recall(valueAt(values, "meshConfig.discoverySelectors"));
  return Array.isArray(list) && list.length > 0 && isPlain(list)
    ? (list as DiscoverySelector[])
    : undefined;
}

const fits = (
  labels: Labels,
  { matchLabels = {}, matchExpressions = [] }: DiscoverySelector,
): boolean =>
  chosenBy(matchLabels, labels) &&
  matchExpressions.every(({ key, operator, values = [] }) => {
    const value = labels[key];
    const isIn = value !== undefined && values.includes(value);
    return {
      In: isIn,
      NotIn: !isIn,
      Exists: value !== undefined,
      DoesNotExist: value === undefined,
    }[operator];
  });

const inWords = ({ matchLabels = {}, matchExpressions = [] }: DiscoverySelector): string =>
  [
    labelsInWords(matchLabels),
    ...matchExpressions.map(({ key, operator, values }) =>
      [key, operator, ...(values ? [`(${values.join(", ")})`] : [])].join(" "),
    ),
  ]
    .filter((text) => text !== "")
    .join(" and ");

function leftOut(labels: Labels, { owner, discoverySelectors: all }: ControlPlaneFact) {
  return all === undefined || all.some((one) => fits(labels, one))
    ? undefined
    : `${shown(labels)} are in none of the discoverySelectors of ${owner} (${all.map(inWords).join("; or ")}): istiod would look at nothing in this namespace and hand no root certificate to it, without which no Pod with a proxy starts; add the label here`;
}

/** A namespace whose labels are known is one that its istiod looks at. */
export const discovered = (
  labels: Labels | undefined,
  revision: pulumi.Input<string> | undefined,
): Demand[] =>
  labels === undefined
    ? []
    : [istiodDemand(revision, "labels", (istiod) => leftOut(labels, istiod))];
