import { millisecondsProblem } from "../../../values/duration";
import { isNamedStatus } from "../../../values/http-status";
import { type Finding, refused } from "../finding";
import {
  amount,
  checkText,
  field,
  isFilled,
  isSet,
  isUnknown,
  type Place,
} from "./primitives/place";

const conditions = [
  "5xx",
  "gateway-error",
  "reset",
  "reset-before-request",
  "connect-failure",
  "retriable-4xx",
  "refused-stream",
  "retriable-status-codes",
  "retriable-headers",
  "envoy-ratelimited",
  "http3-post-connect-failure",
  "cancelled",
  "deadline-exceeded",
  "internal",
  "resource-exhausted",
  "unavailable",
];

/** What is wrong with a list of failures that are tried again. */
export function retryOnProblem(retryOn: string): string | undefined {
  const wrong = retryOn
    .split(",")
    .find((condition) => !conditions.includes(condition) && !isNamedStatus(condition));
  return wrong === undefined
    ? undefined
    : `"${wrong}" is no condition; allowed, separated by commas without spaces: ${conditions.join(", ")} and HTTP statuses`;
}

function attemptsFindings(retries: Place): Finding[] {
  const attempts = field(retries, "attempts");
  const count = amount(attempts) ?? 0;
  const retryOn = field(retries, "retryOn");
  const others = [field(retries, "perTryTimeout"), field(retries, "retryRemoteLocalities")];
  if (!isSet(retries) || isUnknown(attempts)) {
    return [];
  }
  if (count < 0) {
    return [refused(attempts.path, attempts.value, "attempts are 0 or more")];
  }
  return count === 0 && (isFilled(retryOn) || others.some(isSet))
    ? [
        refused(
          attempts.path,
          attempts.value,
          "0 attempts turn retries off, so nothing else may be set; write how many are wanted",
        ),
      ]
    : [];
}

/** How often, on what failures and after what times a request is tried again. */
export function retriesFindings(retries: Place): Finding[] {
  const retryOn = field(retries, "retryOn");
  return [
    ...attemptsFindings(retries),
    ...checkText(field(retries, "perTryTimeout"), millisecondsProblem),
    ...(isFilled(retryOn) ? checkText(retryOn, retryOnProblem) : []),
    ...checkText(field(retries, "backoff"), millisecondsProblem),
  ];
}
