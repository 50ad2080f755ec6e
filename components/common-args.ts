import * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../arguments/argument-check";
import { isKnown } from "../arguments/when-known";

/** What every component takes and hands on to the objects that it creates. */
export interface CommonArgs {
  /**
   * Labels for every object of the component, in addition to the ones it needs itself.
   * @default - none
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Annotations for every object of the component.
   * @default - none
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
   */
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * Joins common metadata with the component's own. The component's wins: selectors rely on it.
 * Nothing at all stays absent, so that an object without labels has no empty map.
 */
export function withMetadata(
  common: pulumi.Input<Metadata | undefined> | undefined,
  own: Metadata = {},
): pulumi.Input<Metadata> | undefined {
  if (common === undefined || isKnown(common)) {
    const joined = { ...common, ...own };
    return Object.keys(joined).length > 0 ? joined : undefined;
  }
  return pulumi.all([common, own]).apply(([late, mine]) => ({ ...late, ...mine }));
}
