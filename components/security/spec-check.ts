import { checkObject } from "../../analysis/objects/check";
import { findingReason } from "../../analysis/objects/finding-text";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import type { ArgumentOf } from "../resources/object-words";
import { plainPart } from "../resources/plain-part";
import type { ArgumentCheck } from "../validation/argument-check";

/** How the paths of an object's fields are called among the arguments that they come from. */
export type ArgumentNames = readonly (readonly [pattern: RegExp, argument: string])[];

interface Judged {
  apiVersion: string;
  kind: string;
}

/** The same for an object that is judged as a whole. */
export const argumentNamed =
  (names: ArgumentNames): ArgumentOf =>
  (field) =>
    names
      .reduce((known, [pattern, argument]) => known.replace(pattern, argument), field)
      .replace(/^metadata\./, "");

/**
 * Reports what the API server or istiod would refuse of the object, by the arguments' names. The
 * resource would find the same, but could only name the object's fields.
 */
export function checkSpec(
  check: ArgumentCheck,
  judged: Judged,
  written: object,
  names: ArgumentNames,
): void {
  const argument = argumentNamed(names);
  const { spec } = plainPart({ spec: written }) as Pick<MeshObject, "spec">;
  for (const finding of checkObject({ ...judged, metadata: {}, spec })) {
    const path = argument(finding.path);
    if (finding.level === "error" && !check.knows(path)) {
      check.fail(path, findingReason(finding));
    }
  }
}
