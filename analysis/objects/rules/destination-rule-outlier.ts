import { millisecondsProblem } from "../../../values/duration";
import { percentProblem } from "../../../values/percent";
import { type Finding, warned } from "../finding";
import {
  amount,
  checkAmount,
  checkText,
  field,
  isFilled,
  isTrue,
  isUnknown,
  type Place,
  refusedIf,
} from "./primitives/place";

/** When an endpoint is taken out for failing, and for how long. */
export function outlierFindings(outlier: Place): Finding[] {
  const outdated = field(outlier, "consecutiveErrors");
  const localFailures = field(outlier, "consecutiveLocalOriginFailures");
  const split = field(outlier, "splitExternalLocalOriginErrors");
  return [
    ...checkText(field(outlier, "baseEjectionTime"), millisecondsProblem),
    ...(isFilled(outdated)
      ? [
          warned(
            outdated.path,
            outdated.value,
            "is outdated; use consecutiveGatewayErrors or consecutive5xxErrors",
          ),
        ]
      : []),
    ...refusedIf(
      (amount(localFailures) ?? 0) > 0 && !isTrue(split) && !isUnknown(split),
      localFailures,
      "counts only when splitExternalLocalOriginErrors is true",
    ),
    ...checkText(field(outlier, "interval"), millisecondsProblem),
    ...checkAmount(field(outlier, "maxEjectionPercent"), percentProblem),
    ...checkAmount(field(outlier, "minHealthPercent"), percentProblem),
  ];
}
