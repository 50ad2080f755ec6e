import { given } from "../../../arguments/fields";
import { whenKnown } from "../../../arguments/when-known";
import { withoutFractions } from "../../../values/duration";
import type { HTTPRouteRule } from "../../resources/gateway/http-route";
import { gatewayApiCors } from "./cors";
import { gatewayApiHeaders } from "./header-changes";
import type { HttpOptions } from "./http-options-args";
import type { RouteContext } from "./http-options-context";
import { gatewayApiRewrite } from "./http-options-rewrite";
import { gatewayApiMirrors } from "./mirror";
import { gatewayApiRetries } from "./retries-gateway-api";

/** `request` is for all tries together, `backendRequest` for each. */
function timeoutsOf(all: HttpOptions["timeout"], each: HttpOptions["timeout"]) {
  const times = given({
    request: all === undefined ? undefined : whenKnown([all], withoutFractions),
    backendRequest: each === undefined ? undefined : whenKnown([each], withoutFractions),
  });
  return Object.keys(times).length > 0 ? times : undefined;
}

/** The part of an HTTPRoute's rule that says what happens to its requests on their way. */
export function gatewayApiHttpOptions(
  options: HttpOptions,
  context: RouteContext,
): Pick<HTTPRouteRule, "filters" | "timeouts" | "retry"> {
  const { timeout, retries, rewrite, headers, corsPolicy, mirrors = [] } = options;
  const filters = [
    ...(corsPolicy ? [gatewayApiCors(corsPolicy)] : []),
    ...(headers ? gatewayApiHeaders(headers) : []),
    ...(rewrite ? [gatewayApiRewrite(rewrite)] : []),
    ...gatewayApiMirrors(mirrors, context),
  ];
  return given({
    filters: filters.length > 0 ? filters : undefined,
    timeouts: timeoutsOf(timeout, retries?.perTryTimeout),
    ...(retries && gatewayApiRetries(retries)),
  });
}
