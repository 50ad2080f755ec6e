import * as pulumi from "@pulumi/pulumi";
import { holdsLater } from "../resources/plain-part";

type Labels = { [key: string]: pulumi.Input<string> };

const text = (labels: { [key: string]: string }): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(",");

/** Labels that choose workloads, as part of a key: two that choose by the same are the same. */
export const selectorKey = (selector: pulumi.Input<Labels>): pulumi.Input<string> =>
  holdsLater(selector)
    ? pulumi.output(selector).apply((labels) => text(labels as { [key: string]: string }))
    : text(selector as { [key: string]: string });
