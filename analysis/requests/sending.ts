import { bothChanges, withHeaders } from "./header-changes";
import type { Sending } from "./leaf";
import type { HttpRequest } from "./request";
import type { Forward, Weighted } from "./route";

/** A request as a destination gets it, beside what the route has changed already. */
export function sentTo(
  { requestHeaders, authority }: Weighted,
  http: HttpRequest,
  { rewrite }: Forward,
): HttpRequest {
  const headed = withHeaders(http, requestHeaders);
  return authority === undefined || rewrite?.authority !== undefined
    ? headed
    : { ...headed, authority };
}

/** What a route and its destination say of how a request is sent, for the answer: where both say it, the route. */
export function sendingOf(
  forward: Forward,
  before: HttpRequest | undefined,
  after?: HttpRequest,
  destination?: Weighted,
): Sending {
  const { timeout, retries, fault } = forward;
  const requestHeaders = bothChanges(destination?.requestHeaders, forward.requestHeaders);
  const responseHeaders = bothChanges(destination?.responseHeaders, forward.responseHeaders);
  const host = after && after.authority !== before?.authority ? after.authority : undefined;
  const path = after && after.path !== before?.path ? after.path : undefined;
  const isRewritten = host !== undefined || path !== undefined;
  return {
    ...(timeout !== undefined && { timeout }),
    ...(retries && { retries }),
    ...(fault && { fault }),
    ...(isRewritten && {
      rewritten: { ...(host !== undefined && { host }), ...(path !== undefined && { path }) },
    }),
    ...(requestHeaders && { requestHeaders }),
    ...(responseHeaders && { responseHeaders }),
  };
}
