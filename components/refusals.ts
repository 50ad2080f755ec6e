import * as pulumi from "@pulumi/pulumi";
import { tried } from "./program/trial";

/** A component's class, as far as its arguments go. */
export type ComponentClass<Args> = new (name: string, args: Args) => pulumi.ComponentResource;

/**
 * What a component would refuse of its arguments, each with its path; nothing is registered. For
 * programs that check their configuration as a whole before they make the first resource. What it has
 * against other components of the program is not among it.
 */
export function refusals<Args>(
  component: ComponentClass<Args>,
  name: string,
  args: Args,
): pulumi.InputPropertyErrorDetails[] {
  try {
    tried(() => new component(name, args));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) {
      throw error;
    }
    return error.errors;
  }
}
