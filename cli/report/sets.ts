import { type Input, type InputObject, together } from "../read/input";
import { inputObject, type Resource } from "../read/pulumi-json";
import { Fate, type Preview } from "./preview";

/** What is there before and after. */
export interface Sets {
  readonly before: Input;
  readonly after: Input;
}

const inputOf = (objects: readonly InputObject[]): Input =>
  together([{ objects: [...objects], problems: [], skipped: [] }]);

const objectsOf = (resource: Resource | undefined, file: string): InputObject[] =>
  resource === undefined ? [] : [inputObject(resource, file) ?? []].flat();

/** The objects of a stack before and after a preview is carried out. What Pulumi forgets stays. */
export function setsOf({ steps }: Preview, file: string): Sets {
  const before = steps.flatMap((step) => objectsOf(step.before, file));
  const after = steps.flatMap((step) =>
    objectsOf(step.fate === Fate.Kept ? step.before : step.after, file),
  );
  return { before: inputOf(before), after: inputOf(after) };
}
