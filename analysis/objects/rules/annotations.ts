import { dryRunAnnotation } from "../../../values/known-names";
import { type Finding, refused } from "../finding";
import type { MeshObject } from "../mesh-object";
import { fieldPath } from "../path";

/** Set by istiod between its own parts, and by its own probe of the webhook. */
const internal = [
  "internal.istio.io/webhook-always-reject",
  "internal.istio.io/parents",
  "internal.istio.io/parent-namespace",
];

/** What istiod says of annotations, whatever the kind. */
export function annotationRules({ kind, metadata }: MeshObject): Finding[] {
  const { annotations } = metadata;
  if (typeof annotations !== "object") {
    return [];
  }
  const refuse = (name: string, reason: string) =>
    annotations[name] === undefined
      ? []
      : [refused(fieldPath("metadata.annotations", name), annotations[name], reason)];
  return [
    ...(kind === "AuthorizationPolicy"
      ? []
      : refuse(
          dryRunAnnotation,
          "only an AuthorizationPolicy can be tried without effect; leave it out",
        )),
    ...internal.flatMap((name) => refuse(name, "belongs to istiod; leave it out")),
  ];
}
