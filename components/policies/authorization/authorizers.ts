import { shown } from "../../../arguments/shown";
import type { AuthorizerFact } from "../../program/facts/policy-facts";
import type { Meeting } from "../../program/labels";
import type { View } from "../../program/view";
import { inWords, meeting, rootNamespace } from "../policy-reach";

/** An authorizer of the program that is asked about the same workloads, and how sure that is. */
export interface Rival {
  sure: boolean;
  reason: string;
}

const ways =
  "ask one authorizer that tells hosts and paths apart, give each its own gateway, or run istiod 1.29 or later with PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS and write multipleProviders: true";

/** istiod then asks neither: it refuses all that the rules of either fit. */
function told({ owner, provider, reach }: AuthorizerFact, sure: boolean, root: string): string {
  const where = `${inWords(reach, root)}, about which ${owner} asks ${shown(provider)}`;
  return sure
    ? `is a second authorizer for ${where} already: a workload has one, and istiod would answer 403 to what the rules of either fit; ${ways}`
    : `may be a second authorizer for some workloads of ${where}: those would answer 403 to what the rules of either fit; ${ways}`;
}

/** Who of the program asks another authorizer about a workload in common. */
export function rivalOf(program: View, own: AuthorizerFact): Rival | undefined {
  const root = rootNamespace(program);
  const found = program
    .said("authorizer")
    .filter(({ provider }) => provider !== undefined && own.provider !== undefined)
    .filter(({ provider }) => provider !== own.provider)
    .map((other) => [meeting(own.reach, other.reach, root), other] as const);
  const first = (wanted: Meeting) => found.find(([how]) => how === wanted)?.[1];
  const sure = first("surely");
  const other = sure ?? first("perhaps");
  return other && { sure: sure !== undefined, reason: told(other, sure !== undefined, root) };
}

/** Whether istiod lets workloads have several, as far as the program shows. */
export const mayBeSeveral = (program: View): boolean =>
  program.said("controlPlane").some(({ multipleAuthorizers }) => multipleAuthorizers === true);
