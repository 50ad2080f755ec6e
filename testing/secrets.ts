import { Kind } from "../analysis/mesh/kinds";
import { type KubernetesObject, kindOf } from "../analysis/mesh/kubernetes-object";
import { unknown } from "../analysis/objects/mesh-object";
import { secretMark, signatureKey } from "../values/pulumi-marks";

/** Whether a value is a map. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function rewritten(value: unknown, ofSecret: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => rewritten(one, ofSecret));
  }
  if (!isMap(value)) {
    return value;
  }
  if (signatureKey in value) {
    return ofSecret(value.value);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, rewritten(inner, ofSecret)]),
  );
}

/** The value with its secrets. */
export const revealed = (value: unknown): unknown => rewritten(value, revealed);

/** The value without its secrets. */
export const concealed = (value: unknown): unknown => rewritten(value, () => secretMark);

/** A text's marks as what is not known, so that nothing is told of them. */
export function unknownWhereConcealed(value: unknown): unknown {
  if (value === secretMark) {
    return unknown;
  }
  if (Array.isArray(value)) {
    return value.map(unknownWhereConcealed);
  }
  return isMap(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, unknownWhereConcealed(inner)]),
      )
    : value;
}

const concealedEntries = (value: unknown): unknown =>
  isMap(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, secretMark])) : value;

/** A Secret without what it holds; its keys stay. Undefined for an object of another kind. */
export function withoutData(object: KubernetesObject): KubernetesObject | undefined {
  if (kindOf(object) !== Kind.Secret) {
    return undefined;
  }
  const { data, stringData, ...rest } = object;
  return {
    ...rest,
    ...(data !== undefined && { data: concealedEntries(data) }),
    ...(stringData !== undefined && { stringData: concealedEntries(stringData) }),
  } as KubernetesObject;
}
