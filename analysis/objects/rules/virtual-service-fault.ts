import { millisecondsProblem } from "../../../values/duration";
import { ownStatusProblem } from "../../../values/http-status";
import { finePercentProblem } from "../../../values/percent";
import type { Finding } from "../finding";
import {
  checkAmount,
  checkText,
  field,
  isAbsent,
  isSet,
  type Place,
  refusedIf,
} from "./primitives/place";

const grpcStatuses = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
];

const grpcStatusProblem = (status: string): string | undefined =>
  grpcStatuses.includes(status) ? undefined : `allowed: ${grpcStatuses.join(", ")}`;

const percentageFindings = (parent: Place): Finding[] =>
  checkAmount(field(field(parent, "percentage"), "value"), finePercentProblem);

/** Failures and delays that a route makes up. */
export function faultFindings(fault: Place): Finding[] {
  const abort = field(fault, "abort");
  const delay = field(fault, "delay");
  const http2Error = field(abort, "http2Error");
  const exponential = field(delay, "exponentialDelay");
  return [
    ...refusedIf(
      isSet(fault) && isAbsent(abort) && isAbsent(delay),
      fault,
      "an abort, a delay or both are needed",
    ),
    ...percentageFindings(abort),
    ...checkText(field(abort, "grpcStatus"), grpcStatusProblem),
    ...checkAmount(field(abort, "httpStatus"), ownStatusProblem),
    ...refusedIf(isSet(http2Error), http2Error, "is not supported; use httpStatus or grpcStatus"),
    ...percentageFindings(delay),
    ...checkText(field(delay, "fixedDelay"), millisecondsProblem),
    ...refusedIf(isSet(exponential), exponential, "is not supported; use fixedDelay"),
  ];
}
