import * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../arguments/argument-check";
import { isKnown } from "../arguments/when-known";

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
