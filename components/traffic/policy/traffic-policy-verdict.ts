import { checkObject } from "../../../analysis/objects/check";
import { findingReason } from "../../../analysis/objects/finding-text";
import { plainPart } from "../../resources/plain-part";
import type { ArgumentCheck } from "../../validation/argument-check";

/**
 * Adds to `check` what the API server and istiod would say of an object with this spec. The resource
 * says it too, but by the object's fields; `argument` turns a field's path into the argument's.
 * Warnings count as errors: each is about a setting without effect.
 */
export function checkSpec(
  check: ArgumentCheck,
  kind: string,
  spec: object,
  argument: (field: string) => string,
): void {
  const findings = checkObject({
    apiVersion: "networking.istio.io/v1",
    kind,
    metadata: {},
    spec: plainPart(spec),
  });
  for (const finding of findings) {
    const reason = findingReason(finding).replace(/\bspec\.[\w.[\]]*\w/g, argument);
    check.fail(argument(finding.path), reason);
  }
}
