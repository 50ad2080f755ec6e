import { secretMark, signatureKey, unknownMark } from "../../values/pulumi-marks";
import { isMap } from "../read/json-values";
import type { Resource } from "../read/pulumi-json";

/** What a report has in place of a secret. */
export const secretWords = "(secret)";
const laterWords = "(known later)";

/** Keys that the provider adds to every object. */
const isOwn = (key: string): boolean => key.startsWith("__");

/** A value as it may be shown: without secrets, and with words for what is not known yet. */
function shown(value: unknown): unknown {
  if (value === secretMark) {
    return secretWords;
  }
  if (value === unknownMark) {
    return laterWords;
  }
  if (Array.isArray(value)) {
    return value.map(shown);
  }
  if (!isMap(value)) {
    return value;
  }
  return signatureKey in value
    ? secretWords
    : Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => !isOwn(key))
          .map(([key, inner]) => [key, shown(inner)]),
      );
}

const hidden = (value: unknown): unknown =>
  isMap(value)
    ? Object.fromEntries(Object.keys(value).map((key) => [key, secretWords]))
    : secretWords;

/** Kind of a resource's inputs that holds secrets whether or not somebody says so. */
const isSecret = ({ type }: Resource): boolean => type.startsWith("kubernetes:core/v1:Secret");

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** A Secret has its data in one annotation of kubectl's too. */
function withoutData({ data, stringData, metadata, ...rest }: Record<string, unknown>) {
  const { annotations, ...named } = isMap(metadata) ? metadata : {};
  const kept = isMap(annotations)
    ? Object.fromEntries(Object.entries(annotations).filter(([name]) => name !== lastApplied))
    : annotations;
  return {
    ...rest,
    metadata: { ...named, ...(kept !== undefined && { annotations: kept }) },
    ...(data !== undefined && { data: hidden(data) }),
    ...(stringData !== undefined && { stringData: hidden(stringData) }),
  };
}

/** The inputs of a resource as they may be shown; undefined where there is none. */
export function shownInputs(resource: Resource | undefined): unknown {
  if (resource === undefined) {
    return undefined;
  }
  const inputs = shown(resource.inputs);
  return isSecret(resource) && isMap(inputs) ? withoutData(inputs) : inputs;
}
