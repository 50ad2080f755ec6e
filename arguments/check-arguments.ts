import * as pulumi from "@pulumi/pulumi";
import { argumentFields, argumentSchema } from "../schemas/argument-store";
import { ArgumentCheck } from "./argument-check";
import { ShapeCheck } from "./argument-shape";
import { problemsFound } from "./problems-found";
import { shown } from "./shown";
import { keepWrittenNames } from "./written-names";

/**
 * Begins the check of what a component, or a function of the package, is called with, as if types did
 * not exist. Throws at once when names or types are wrong, since all other checks count on them.
 */
export function checkArguments<Args extends object>(
  component: string,
  name: string,
  unchecked: Args | undefined,
): ArgumentCheck<Args> {
  const root = argumentSchema().roots[component];
  if (root === undefined) {
    throw new Error(`nothing is known of ${component}; run scripts/update-arguments`);
  }
  const subject = `${component} ${shown(name)}`;
  const shape = new ShapeCheck(subject);
  const args = shape.fields("", unchecked ?? {}, argumentFields(root.ref), component);
  keepWrittenNames(subject, shape.renamed);
  for (const { path, now } of shape.renamed) {
    void pulumi.log.warn(`${subject}: ${path}: is called ${now} now; the old name will go`);
  }
  if (shape.wrong.length > 0) {
    throw problemsFound(subject, [...shape.wrong, ...shape.doubtful]);
  }
  return new ArgumentCheck(component, name, args as Args, shape.doubtful, shape.unset);
}
