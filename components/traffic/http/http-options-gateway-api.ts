import type { HTTPRouteRule } from "../../resources/gateway/http-route";
import { given } from "../../validation/fields";
import { gatewayApiCors } from "./cors";
import { gatewayApiHeaders } from "./header-changes";
import type { HttpOptions } from "./http-options-args";
import type { RouteContext } from "./http-options-context";
import { gatewayApiDuration } from "./http-options-duration";
import { gatewayApiRewrite } from "./http-options-rewrite";
import { gatewayApiMirrors } from "./mirror";

/** The part of an HTTPRoute's rule that says what happens to its requests on their way. */
export function gatewayApiHttpOptions(
  options: HttpOptions,
  context: RouteContext,
): Pick<HTTPRouteRule, "filters" | "timeouts"> {
  const { timeout, rewrite, headers, cors, mirrors = [] } = options;
  const filters = [
    ...(cors ? [gatewayApiCors(cors)] : []),
    ...(headers ? gatewayApiHeaders(headers) : []),
    ...(rewrite ? [gatewayApiRewrite(rewrite)] : []),
    ...gatewayApiMirrors(mirrors, context),
  ];
  return given({
    filters: filters.length > 0 ? filters : undefined,
    timeouts: timeout === undefined ? undefined : { request: gatewayApiDuration(timeout) },
  });
}
