import { checkObject } from "../../analysis/objects/check";
import { findingReason } from "../../analysis/objects/finding-text";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import type { NamedObject } from "../resources/named-object";
import { plainPart } from "../resources/plain-part";
import { ArgumentCheck } from "../validation/argument-check";

/** How the paths of an object's fields are called among the arguments that they come from. */
export type ArgumentNames = readonly (readonly [pattern: RegExp, argument: string])[];

/** Knows what was reported, so that the same mistake is not told again in the object's words. */
export class PolicyCheck extends ArgumentCheck {
  readonly #reported: string[] = [];

  override fail(path: string, reason: string): void {
    this.#reported.push(path);
    super.fail(path, reason);
  }

  /** Whether the argument, a part of it or what it is a part of was reported. */
  knows(path: string): boolean {
    return this.#reported.some((known) => known.startsWith(path) || path.startsWith(known));
  }
}

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
  check: PolicyCheck,
  judged: Judged,
  object: NamedObject<unknown>,
  names: ArgumentNames,
): void {
  const { spec } = plainPart(object) as Pick<MeshObject, "spec">;
  for (const finding of checkObject({ ...judged, metadata: {}, spec })) {
    const path = argumentPath(finding.path, names);
    if (finding.level === "error" && !check.knows(path)) {
      check.fail(path, findingReason(finding));
    }
  }
}
