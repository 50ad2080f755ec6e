import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../../arguments/argument-check";
import type { MeshResourceArgs } from "./mesh-resource";
import type { ArgumentOf } from "./object-words";

/** An object as components plan it. Name and namespace are never left to chance. */
export interface NamedObject<Spec> {
  name: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  labels?: pulumi.Input<Metadata>;
  annotations?: pulumi.Input<Metadata>;
  spec: Spec;
}

const argumentNames = new WeakMap<object, ArgumentOf>();

/**
 * The same as arguments of a resource. `argument` is how the component calls what its fields are
 * written from, for what is found wrong with it.
 */
export function manifest<Spec>(
  { spec, ...metadata }: NamedObject<Spec>,
  argument?: ArgumentOf,
): MeshResourceArgs<Spec> {
  const args = { metadata, spec };
  if (argument) {
    argumentNames.set(args, argument);
  }
  return args;
}

/** How whoever wrote the object calls its fields, if he has words of his own for them. */
export const argumentOf = (args: object): ArgumentOf | undefined => argumentNames.get(args);
