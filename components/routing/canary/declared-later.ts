import { ArgumentCheck } from "../../../arguments/argument-check";
import { isKnown } from "../../../arguments/when-known";
import type { ServiceFact } from "../../program/facts/service-facts";
import { Dialect } from "../dialect";
import { versionServices } from "./canary-gateway-api";
import { splitKind } from "./canary-kind";
import type { CanaryPlan } from "./canary-plan";
import { checkOriginal } from "./original-service";

/** Whether the canary was decided without the Service. */
export const isUnseen = ({ original }: CanaryPlan): boolean =>
  original === undefined || !isKnown(original);

const order = "declare the Service before the canary, which then takes all of it over";

/** Keys in the order of the alphabet; what arrives later says the same whatever it is. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) && isKnown(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );

const madeOf = (spec: CanaryPlan) => text(versionServices(spec).map(({ args }) => args));

/** What would have been wrong with the arguments, had the Service been there before. */
function problem(spec: CanaryPlan, declared: ServiceFact): string | undefined {
  const check = new ArgumentCheck("Canary", "");
  checkOriginal(check, spec.inputs, declared);
  const kind = splitKind(check, spec.inputs, declared);
  const [found] = check.problems;
  if (found) {
    return `does not go with the Service: ${found.propertyPath} ${found.reason}`;
  }
  const { mesh } = spec.kind;
  return mesh === "both" || mesh === kind.mesh
    ? undefined
    : `was decided before the Service, whose port speaks ${kind.mesh} where the canary splits ${mesh}; ${order}, or write protocol: "${kind.mesh}"`;
}

/** Why a Service cannot be declared after its canary, or nothing when all is as it was taken for. */
export function afterCanary(spec: CanaryPlan, declared: ServiceFact): string | undefined {
  if (spec.original !== undefined) {
    return undefined; // Its names arrived later, and so did what was taken from it.
  }
  const wrong = problem(spec, declared);
  if (wrong !== undefined || spec.dialect === Dialect.Istio) {
    return wrong;
  }
  return madeOf(spec) === madeOf({ ...spec, original: declared })
    ? undefined
    : `was decided before the Service, so that the Services of the versions lack what it has (target port, name and protocol of its ports, labels); ${order}`;
}
