import type { Declared } from "../declared-set";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";

/** Kinds of objects that set how many Pods a workload has, or how large they are. */
export const autoscalerKinds = [
  Kind.HorizontalAutoscaler,
  Kind.VerticalAutoscaler,
  Kind.ScaledObject,
] as const;

/** What an autoscaler is for. */
export interface ScaledTarget {
  /** Path of the reference in the autoscaler. */
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  /** Whether the kind is written, and not the usual one. */
  readonly saysKind: boolean;
}

/** The reference of an autoscaler to what it scales. */
export function scaledTarget({ id, object }: Declared): ScaledTarget {
  const field = kindOf(id) === Kind.VerticalAutoscaler ? "targetRef" : "scaleTargetRef";
  const { kind, name } = fields(fields(object.spec)[field]);
  return {
    path: `spec.${field}`,
    kind: text(kind) ?? "Deployment",
    name: text(name) ?? "",
    saysKind: text(kind) !== undefined,
  };
}

/** Whether something else than the set's number says how many Pods of a workload run. */
export const isScaled = (mesh: Mesh, namespace: string, name: string): boolean =>
  autoscalerKinds.some(
    (kind) =>
      kind !== Kind.VerticalAutoscaler &&
      mesh.set
        .all(kind)
        .some((one) => one.id.namespace === namespace && scaledTarget(one).name === name),
  );
