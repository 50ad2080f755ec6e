import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given, under } from "../../../arguments/fields";
import type { Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { Product } from "../../../schemas/releases";
import { withoutFractions } from "../../../values/duration";
import { isFailure } from "../../../values/http-status";
import { isAtLeast } from "../../../values/version";
import type { View } from "../../program/view";
import type { HTTPRouteRule } from "../../resources/gateway/http-route";
import type { RouteContext } from "./http-options-context";
import type { Retries } from "./retries-args";

/** First release in whose Standard channel an HTTPRoute has retries. */
const withRetries = "1.7";

/** Release of the Gateway API that the program installs; of several the newest. */
export const gatewayApiOf = (program: View): string | undefined =>
  program
    .said("definitions", [Product.GatewayApi])
    .map(({ version }) => version)
    .sort((a, b) => (isAtLeast(a, b) ? -1 : 1))[0];

/** Whether an HTTPRoute can have retries: where the program installs a release that knows them. */
export const hasRetries = ({ gatewayApi }: Partial<RouteContext>): boolean =>
  gatewayApi !== undefined && isAtLeast(gatewayApi, withRetries);

/** What Istio retries on in an HTTPRoute whatever the codes are. */
const always: readonly string[] = ["connect-failure", "refused-stream", "unavailable", "cancelled"];

const split = (text: string) => text.split(",");

const codes: Test<string> = (value) => {
  const other = split(value).find((one) => !isFailure(one) && !always.includes(one));
  return other === undefined
    ? undefined
    : `${shown(other)} cannot be said in an HTTPRoute, which knows statuses from 400 to 599; ${always.join(", ")} are tried again in any case`;
};

/** Says what an HTTPRoute has no field for. */
export function checkGatewayApiRetries(check: ArgumentCheck, path: string, retries: Retries): void {
  check.input(under(path, "retryOn"), retries.retryOn, codes);
  for (const name of ["retryRemoteLocalities", "retryIgnorePreviousHosts"] as const) {
    if (retries[name] !== undefined) {
      check.fail(under(path, name), 'is for dialect "istio" only: HTTPRoute has no field for it');
    }
  }
}

const numbers = (retryOn: pulumi.Input<string>) =>
  whenKnown([retryOn], (text: string) =>
    split(text)
      .filter((one) => !always.includes(one))
      .map(Number),
  );

/** The part of a rule that says what is tried again, and how long each try may take. */
export const gatewayApiRetries = ({
  attempts,
  backoff,
  retryOn,
}: Retries): Pick<HTTPRouteRule, "retry"> => ({
  retry: given({
    attempts,
    backoff: backoff === undefined ? undefined : whenKnown([backoff], withoutFractions),
    codes: retryOn === undefined ? undefined : numbers(retryOn),
  }),
});
