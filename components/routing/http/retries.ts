import type * as pulumi from "@pulumi/pulumi";
import { retryOnProblem } from "../../../analysis/objects/rules/virtual-service-retries";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkFields, under } from "../../../arguments/fields";
import { integer, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { millisecondsOf } from "../../../values/duration";
import { limit, wholeMilliseconds } from "./http-options-duration";
import type { Retries } from "./retries-args";

const retryOn: Test<string> = (value) => {
  const problem = retryOnProblem(String(value));
  return problem && `${shown(value)} cannot be retried on: ${problem}`;
};

/** Fields that Istio refuses beside 0 attempts, and those that have no effect then. */
const pointless = [
  "perTryTimeout",
  "retryOn",
  "retryRemoteLocalities",
  "backoff",
  "retryIgnorePreviousHosts",
] as const;

/** A try that may take as long as all of them never ends before. */
function checkTime(
  check: ArgumentCheck,
  path: string,
  { perTryTimeout }: Retries,
  timeout: pulumi.Input<string> | undefined,
): void {
  const times = [perTryTimeout, timeout].map((time) =>
    typeof time === "string" && !limit(time) ? millisecondsOf(time) : undefined,
  );
  const [each, all] = times;
  if (each !== undefined && all !== undefined && each >= all) {
    check.fail(
      under(path, "perTryTimeout"),
      `${shown(perTryTimeout)} has no effect beside timeout ${shown(timeout)}, which is for all tries together; write less, or leave it out`,
    );
  }
}

/** `timeout` is that of the whole request. */
export function checkRetries(
  check: ArgumentCheck,
  path: string,
  retries: Retries,
  timeout?: pulumi.Input<string>,
): Retries {
  checkTime(check, path, retries, timeout);
  const set = pointless.filter((name) => retries[name] !== undefined);
  if (retries.attempts === 0 && set.length > 0) {
    check.fail(
      under(path, "attempts"),
      `0 switches retries off; leave out ${set.join(" and ")}, or write how many are wanted`,
    );
  }
  return checkFields(check, path, retries, {
    attempts: integer(0),
    perTryTimeout: limit,
    retryOn,
    backoff: wholeMilliseconds,
  });
}
