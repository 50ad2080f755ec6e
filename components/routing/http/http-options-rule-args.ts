import type { HttpOptions, Redirect } from "./http-options-args";
import type { RequestMatch } from "./request-match-args";

/** Requests, and what happens to them on their way or in their service's stead. */
export interface HttpRule extends HttpOptions {
  /** Conditions, one of which the request fits. @default - every request @narrows */
  matches?: RequestMatch[];
  /** Answers with a new address instead of calling a service. @default - none */
  redirect?: Redirect;
}
