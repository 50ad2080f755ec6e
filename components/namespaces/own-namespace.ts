import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { demand, objectClaim, type Part } from "../program/part";

/** Of a component that may create a namespace. */
export interface OwnNamespaceArgs {
  deleteNamespace?: boolean;
}

/** What is in a namespace goes with it, whoever put it there, so it stays unless that is asked for. */
export const ownNamespace = (
  name: string,
  metadata: k8s.types.input.meta.v1.ObjectMeta,
  { deleteNamespace = false }: OwnNamespaceArgs,
  parent: pulumi.Resource,
  dependsOn: pulumi.Resource[] = [],
): k8s.core.v1.Namespace =>
  new k8s.core.v1.Namespace(
    name,
    { metadata },
    { parent, dependsOn, retainOnDelete: !deleteNamespace },
  );

/** A namespace has one who creates it. `path` and `way` are the argument of a second one. */
export const namespacePart = (
  namespace: pulumi.Input<string>,
  path: string,
  way: string,
): Required<Pick<Part, "claims" | "demands">> => ({
  claims: [objectClaim("Namespace", [namespace], path, way)],
  demands: [
    demand({
      topic: "namespace",
      key: [namespace],
      path,
      test: ({ createdBy }) => createdBy && `${createdBy} creates it already; ${way}`,
    }),
  ],
});

/** What cannot be said of a namespace that somebody else creates. `others` is how that is written. */
export function checkDeletion(
  check: ArgumentCheck,
  { deleteNamespace }: OwnNamespaceArgs,
  creates: boolean,
  others: string,
): void {
  if (deleteNamespace !== undefined && !creates) {
    check.fail(
      "deleteNamespace",
      `${deleteNamespace} is for a namespace that the component creates, and ${others}; leave it out`,
    );
  }
}
