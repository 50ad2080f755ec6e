import { given } from "../../../arguments/fields";
import type { VirtualServiceHttp } from "../../resources/networking/virtual-service";
import { istioCors } from "./cors";
import { istioFault } from "./fault";
import { istioHeaders } from "./header-changes";
import type { HttpOptions } from "./http-options-args";
import type { RouteContext } from "./http-options-context";
import { istioRewrite } from "./http-options-rewrite";
import { istioMirrors } from "./mirror";
import type { RequestMatch } from "./request-match-args";

/** The part of a VirtualService's route that says what happens to its requests on their way. */
export function istioHttpOptions(
  options: HttpOptions,
  context: RouteContext,
  matches?: readonly RequestMatch[],
): VirtualServiceHttp {
  const { timeout, retries, fault, rewrite, headers, corsPolicy, mirrors = [] } = options;
  return given({
    fault: fault && istioFault(fault),
    rewrite: rewrite && istioRewrite(rewrite, matches),
    headers: headers && istioHeaders(headers),
    corsPolicy: corsPolicy && istioCors(corsPolicy),
    mirrors: mirrors.length > 0 ? istioMirrors(mirrors, context) : undefined,
    timeout,
    retries: retries && given({ ...retries }),
  });
}
