import { type Input, type InputObject, together } from "../read/input";
import { inputObject, type Resource } from "../read/pulumi-json";
import { Fate, type Preview, type Step } from "./preview";

/** What is there before and after. */
export interface Sets {
  readonly before: Input;
  readonly after: Input;
}

const inputOf = (objects: readonly InputObject[]): Input =>
  together([{ objects: [...objects], problems: [], skipped: [] }]);

const objectsOf = (resource: Resource | undefined, file: string): InputObject[] =>
  resource === undefined ? [] : [inputObject(resource, file) ?? []].flat();

/** What a preview changes in the cluster, and what it passes over since the state says that it is as it should be. */
export function appliedSets(preview: Preview, file: string): Sets & { readonly unchanged: Input } {
  const isSame = ({ fate }: Step) => fate === Fate.Same;
  const others = preview.steps.filter((step) => !isSame(step));
  return {
    ...setsOf({ steps: others }, file),
    unchanged: setsOf({ steps: preview.steps.filter(isSame) }, file).after,
  };
}

/** The objects of a stack before and after a preview is carried out. What Pulumi forgets stays. */
export function setsOf({ steps }: Pick<Preview, "steps">, file: string): Sets {
  const before = steps.flatMap((step) => objectsOf(step.before, file));
  const after = steps.flatMap((step) =>
    objectsOf(step.fate === Fate.Kept ? step.before : step.after, file),
  );
  return { before: inputOf(before), after: inputOf(after) };
}
