import { checkObject } from "../../analysis/objects/check";
import type { Finding } from "../../analysis/objects/finding";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { type ArgumentOf, byArguments, eachOnce, type FindingInWords } from "./object-words";
import { plainPart } from "./plain-part";

/** An object as a component would write it. Whatever it is called, its spec is judged. */
export interface Judged {
  apiVersion: string;
  kind: string;
  spec: object;
}

/** For components all of whose settings count: one without effect is a mistake. */
export const warningsToo: readonly Finding["level"][] = ["error", "warning"];

/**
 * What the API server or istiod would refuse of the object, by the arguments' names. The resource
 * finds the same later, after what was registered before it.
 */
export function objectRefusals(
  { spec, ...judged }: Judged,
  argument: ArgumentOf,
  levels: readonly Finding["level"][] = ["error"],
): FindingInWords[] {
  const findings = checkObject({
    ...judged,
    metadata: {},
    spec: plainPart(spec) as MeshObject["spec"],
  });
  return eachOnce(
    findings
      .filter(({ level }) => levels.includes(level))
      .map((finding) => byArguments(argument, finding)),
  );
}
