import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../validation/argument-check";

/** One object of the mesh's configuration. Name and namespace are never left to chance. */
export interface MeshObject<Spec> {
  name: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  labels?: Metadata;
  annotations?: Metadata;
  spec: pulumi.Input<Spec>;
}

/** Creates objects of one kind. */
export type MeshKind<Spec> = (
  name: string,
  object: MeshObject<Spec>,
  opts: pulumi.CustomResourceOptions,
) => k8s.apiextensions.CustomResource;

/**
 * `versions` is newest first. The API version is part of a resource's identity in Pulumi, so the
 * older ones are aliases: without them an object declared as v1beta1 would be deleted and created
 * anew, and its route would be missing in between.
 */
export function meshKind<Spec extends object>(
  group: string,
  kind: string,
  [version, ...older]: [string, ...string[]],
): MeshKind<Spec> {
  const aliases = older.map((v) => ({ type: `kubernetes:${group}/${v}:${kind}` }));
  return (name, { spec, ...metadata }, opts) =>
    new k8s.apiextensions.CustomResource(
      name,
      { apiVersion: `${group}/${version}`, kind, metadata, spec },
      pulumi.mergeOptions(opts, { aliases }),
    );
}
