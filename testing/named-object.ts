import { objectType } from "../values/kubernetes-type";
import { isMap } from "./secrets";

type Inputs = Readonly<Record<string, unknown>>;

/**
 * The inputs of an object with a name: where the program gives none, the provider makes one of the resource's name,
 * here without the characters that differ each time.
 */
export function named(type: string, name: string, inputs: Inputs): Inputs {
  const { metadata = {} } = inputs;
  if (objectType(type) === undefined || !isMap(metadata) || metadata.name !== undefined) {
    return inputs;
  }
  return { ...inputs, metadata: { ...metadata, name: metadata.generateName ?? name } };
}
