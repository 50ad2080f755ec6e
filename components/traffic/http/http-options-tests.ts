import { didYouMean } from "../../../values/closest";
import { headerValueProblem } from "../../../values/header-value";
import { regexProblem } from "../../../values/regex";
import { shown } from "../../validation/shown";
import type { Test } from "../../validation/tests";

const header = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

/** By names of this form a VirtualService chooses by a token instead of a header. */
const claim = /^@request\.auth\.claims(?=[.[])/;

/** Lower case is what HTTP/2 has, and what Istio compares with. */
export const headerName: Test<string> = (value) => {
  const text = String(value);
  if (typeof value === "string" && header.test(value)) {
    return undefined;
  }
  if (claim.test(text)) {
    return `${shown(value)} is no header but Istio's word for a claim of a token, by which gateways alone can choose and which routes here do not take; to keep others out write the claim in Authorization, rules[].when; to choose by it write the VirtualService with its typed resource, beside routesElsewhere: true`;
  }
  const lower = text.toLowerCase();
  return `${shown(value)} is not a header name in lower case${header.test(lower) ? didYouMean(text, [lower]) : ""}`;
};

export const headerValue: Test<string> = (value) => {
  const problem =
    typeof value === "string" && value !== ""
      ? headerValueProblem(value)
      : "a value is not empty; list the header under remove to take it away";
  return problem && `${shown(value)} cannot be sent: ${problem}`;
};

export const regularExpression: Test<string> = (value) => {
  const problem = typeof value === "string" ? regexProblem(value) : "a text is expected";
  return problem && `${shown(value)} cannot be matched: ${problem}`;
};

export const filled: Test<string> = (value) =>
  typeof value === "string" && value !== "" ? undefined : `${shown(value)} is empty; write a text`;

/** Share of the requests; Envoy counts in ten-thousandths of a percent. */
export const percentage: Test<number> = (value) =>
  value === 0 || (typeof value === "number" && value >= 0.0001 && value <= 100)
    ? undefined
    : `${shown(value)} is not a percentage: 0, or 0.0001 to 100`;
