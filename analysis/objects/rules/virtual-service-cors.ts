import { secondsProblem } from "../../../values/duration";
import { corsHeaderProblem } from "../../../values/header";
import { corsMethodProblem } from "../../../values/http-method";
import { type Finding, refused } from "../finding";
import { checkText, checkTexts, entries, field, isBlank, type Place } from "./primitives/place";
import { regexFindings } from "./virtual-service-match";

function originFindings(origin: Place): Finding[] {
  const empty = ["exact", "prefix", "regex"].every((name) => isBlank(field(origin, name)));
  return empty
    ? [refused(origin.path, origin.value, "an origin needs exact, prefix or regex with a text")]
    : regexFindings(origin);
}

/**
 * Who may call from a browser: origins, methods and headers, and for how many whole seconds that is
 * remembered.
 */
export const corsFindings = (policy: Place): Finding[] => [
  ...entries(field(policy, "allowOrigins")).flatMap(originFindings),
  ...checkTexts(field(policy, "allowMethods"), corsMethodProblem),
  ...checkTexts(field(policy, "allowHeaders"), corsHeaderProblem),
  ...checkTexts(field(policy, "exposeHeaders"), corsHeaderProblem),
  ...checkText(field(policy, "maxAge"), secondsProblem),
];
