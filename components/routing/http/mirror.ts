import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkFields, given } from "../../../arguments/fields";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { isOutside } from "../../../values/service-host";
import type { EndCheck } from "../../program/part";
import type { HTTPRouteRuleFilter } from "../../resources/gateway/http-route";
import type { VirtualServiceHttpMirror } from "../../resources/networking/virtual-service";
import { Dialect } from "../dialect";
import type { RouteContext } from "./http-options-context";
import { backendRef, checkTarget, destination } from "./http-options-destination";
import { percentage } from "./http-options-tests";
import type { Mirror } from "./mirror-args";

/** Mirrors that are safe to use. In dialect `gateway-api` each needs a port, its own or the route's. */
export function checkMirrors(
  check: ArgumentCheck,
  path: string,
  mirrors: readonly Mirror[],
  dialect: Dialect,
  context: Partial<RouteContext>,
): Mirror[] {
  return mirrors.map((mirror, i) => {
    const at = `${path}[${i}]`;
    if (dialect === Dialect.GatewayApi && (mirror.port ?? context.port) === undefined) {
      check.fail(`${at}.port`, 'is missing; dialect "gateway-api" needs the port of the Service');
    }
    return checkFields(check, at, checkTarget(check, at, mirror, dialect), { percentage });
  });
}

/** The mirrors of a VirtualService. `percentage` is in percent; without one all requests are copied. */
export const istioMirrors = (
  mirrors: readonly Mirror[],
  context: RouteContext,
): VirtualServiceHttpMirror[] =>
  mirrors.map((mirror) => ({
    destination: destination(mirror, context),
    ...(mirror.percentage !== undefined && { percentage: { value: mirror.percentage } }),
  }));

/** `percent` takes whole numbers only; a fraction takes them all. */
function shareOf(value: Mirror["percentage"]) {
  if (value === undefined) {
    return {};
  }
  if (isKnown(value) && Number.isInteger(value)) {
    return { percent: value };
  }
  const numerator = whenKnown([value], (percent: number) => Math.round(percent * 10_000));
  return { fraction: { numerator, denominator: 1_000_000 } };
}

/** The filters of an HTTPRoute, one for each mirror. */
export const gatewayApiMirrors = (
  mirrors: readonly Mirror[],
  context: RouteContext,
): HTTPRouteRuleFilter[] =>
  mirrors.map((mirror) => ({
    type: "RequestMirror",
    requestMirror: given({
      backendRef: backendRef({ ...mirror, port: mirror.port ?? context.port }, context),
      ...shareOf(mirror.percentage),
    }),
  }));

/** Envoy marks copies at their Host, and there is no other name to give them. */
export const mirrorChecks = (path: string, mirrors: readonly Mirror[] = []): EndCheck[] =>
  mirrors.flatMap(({ service }, i) =>
    service === undefined
      ? []
      : [
          {
            path: `${path}[${i}].service`,
            names: [service],
            reason: (_, [name = ""]) =>
              isOutside(name)
                ? `${name} is a host outside, and copies arrive there under the name that clients ask for, with "-shadow" behind it, which nothing changes: a server that tells sites apart by their names answers 404, or refuses TLS; send them to a Service that passes them on under the right name`
                : undefined,
          },
        ],
  );
