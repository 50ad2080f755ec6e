import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../validation/argument-check";
import type { MeshResourceArgs } from "./mesh-resource";

/** An object as components plan it. Name and namespace are never left to chance. */
export interface NamedObject<Spec> {
  name: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  labels?: Metadata;
  annotations?: Metadata;
  spec: Spec;
}

/** The same as arguments of a resource. */
export function manifest<Spec>({ spec, ...metadata }: NamedObject<Spec>): MeshResourceArgs<Spec> {
  return { metadata, spec };
}
