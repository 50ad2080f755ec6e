import { retryOnProblem } from "../../../analysis/objects/rules/virtual-service-retries";
import type { ArgumentCheck } from "../../validation/argument-check";
import { checkFields, under } from "../../validation/fields";
import { shown } from "../../validation/shown";
import { integer, type Test } from "../../validation/tests";
import { wholeMilliseconds } from "./http-options-duration";
import type { Retries } from "./retries-args";

const retryOn: Test<string> = (value) => {
  const problem = retryOnProblem(String(value));
  return problem && `${shown(value)} cannot be retried on: ${problem}`;
};

/** Fields that Istio refuses beside 0 attempts. */
const pointless = ["perTryTimeout", "retryOn", "retryRemoteLocalities"] as const;

export function checkRetries(check: ArgumentCheck, path: string, retries: Retries): Retries {
  const set = pointless.filter((name) => retries[name] !== undefined);
  if (retries.attempts === 0 && set.length > 0) {
    check.fail(
      under(path, "attempts"),
      `0 switches retries off; leave out ${set.join(" and ")}, or write how many are wanted`,
    );
  }
  return checkFields(check, path, retries, {
    attempts: integer(0),
    perTryTimeout: wholeMilliseconds,
    retryOn,
    backoff: wholeMilliseconds,
  });
}
