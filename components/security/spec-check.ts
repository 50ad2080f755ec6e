import { checkObject } from "../../analysis/objects/check";
import { findingReason } from "../../analysis/objects/finding-text";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { plainPart } from "../resources/plain-part";
import type { ArgumentCheck } from "../validation/argument-check";

/** How the paths of an object's fields are called among the arguments that they come from. */
export type ArgumentNames = readonly (readonly [pattern: RegExp, argument: string])[];

interface Judged {
  apiVersion: string;
  kind: string;
}

const argumentPath = (path: string, names: ArgumentNames): string =>
  names.reduce((known, [pattern, argument]) => known.replace(pattern, argument), path);

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
  const { spec } = plainPart({ spec: written }) as Pick<MeshObject, "spec">;
  for (const finding of checkObject({ ...judged, metadata: {}, spec })) {
    const path = argumentPath(finding.path, names);
    if (finding.level === "error" && !check.knows(path)) {
      check.fail(path, findingReason(finding));
    }
  }
}
