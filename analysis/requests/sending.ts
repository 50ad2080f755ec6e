import type { Sending } from "./leaf";
import type { HttpRequest } from "./request";
import type { Forward } from "./route";

/** What a route says of how a request is sent, for the answer. */
export function sendingOf(
  forward: Forward,
  before: HttpRequest | undefined,
  after?: HttpRequest,
): Sending {
  const { timeout, retries, fault, requestHeaders, responseHeaders } = forward;
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
