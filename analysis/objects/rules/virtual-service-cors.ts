import { secondsProblem } from "../../../values/duration";
import { corsHeaderProblem } from "../../../values/header";
import { type Finding, refused } from "../finding";
import { checkText, checkTexts, entries, field, isBlank, type Place } from "./primitives/place";
import { regexFindings } from "./virtual-service-match";

const methods = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "CONNECT",
  "OPTIONS",
  "TRACE",
  "*",
];

const methodProblem = (method: string): string | undefined =>
  methods.includes(method) ? undefined : `allowed: ${methods.join(", ")}`;

function originFindings(origin: Place): Finding[] {
  const empty = ["exact", "prefix", "regex"].every((name) => isBlank(field(origin, name)));
  return empty
    ? [refused(origin.path, origin.value, "an origin needs exact, prefix or regex with a text")]
    : regexFindings(origin);
}

export const corsFindings = (policy: Place): Finding[] => [
  ...entries(field(policy, "allowOrigins")).flatMap(originFindings),
  ...checkTexts(field(policy, "allowMethods"), methodProblem),
  ...checkTexts(field(policy, "allowHeaders"), corsHeaderProblem),
  ...checkTexts(field(policy, "exposeHeaders"), corsHeaderProblem),
  ...checkText(field(policy, "maxAge"), secondsProblem),
];
