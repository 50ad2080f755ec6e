import { numberTest, type Test, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isClaim, lowerCaseHeaderProblem } from "../../../values/header";
import { headerValueProblem } from "../../../values/header-value";
import { finePercentProblem } from "../../../values/percent";
import { regexProblem } from "../../../values/regex";

const lowerCaseHeader = textTest(lowerCaseHeaderProblem);

/** Name of a header in lower case; a claim of a token is none, although Istio writes it like one. */
export const headerName: Test<string> = (value) =>
  isClaim(String(value))
    ? `${shown(value)} is no header but Istio's word for a claim of a token, by which gateways alone can choose and which routes here do not take; to keep others out write the claim in Authorization, rules[].when; to choose by it write the VirtualService with its typed resource, beside routesElsewhere: true`
    : lowerCaseHeader(value);

/** Value that a header is set to, which is never empty. */
export const headerValue: Test<string> = (value) => {
  const problem =
    typeof value === "string" && value !== ""
      ? headerValueProblem(value)
      : "a value is not empty; list the header under remove to take it away";
  return problem && `${shown(value)} cannot be sent: ${problem}`;
};

/** A regular expression that Envoy takes. */
export const regularExpression: Test<string> = (value) => {
  const problem = typeof value === "string" ? regexProblem(value) : "a text is expected";
  return problem && `${shown(value)} cannot be matched: ${problem}`;
};

/** A text that is not empty. */
export const filled: Test<string> = (value) =>
  typeof value === "string" && value !== "" ? undefined : `${shown(value)} is empty; write a text`;

/** Share of the requests. */
export const percentage = numberTest(finePercentProblem);
