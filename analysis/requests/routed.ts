import { Outcome } from "./answer";
import { fits } from "./conditions";
import type { Decision } from "./decision";
import { withHeaders } from "./header-changes";
import { redirectOf } from "./redirect";
import type { HttpRequest } from "./request";
import { rewritten } from "./rewrite";
import type { Route } from "./route";
import type { Step } from "./trail";

const notFound = 404;
const certain = 100;

/** What a route does with a request that it takes; of pages of other origins only those that say theirs. */
function actionOn({ action, steps, hasCors = false }: Route, http: HttpRequest): Decision {
  const notModelled = hasCors && http.headers.origin !== undefined ? ["corsPolicy"] : [];
  const { fault } = action;
  const { abort } = fault ?? {};
  if (action.kind !== "forward" && abort && abort.percentage >= certain) {
    return { kind: "end", outcome: Outcome.Fault, status: abort.status, steps, notModelled };
  }
  switch (action.kind) {
    case "redirect":
      return {
        kind: "redirect",
        redirect: redirectOf(action, http),
        ...(fault && { fault }),
        steps,
        notModelled,
      };
    case "response":
      return {
        kind: "response",
        status: action.status,
        ...(fault && { fault }),
        steps,
        notModelled,
      };
    case "forward": {
      const sent = withHeaders(rewritten(http, action.rewrite), action.requestHeaders);
      return { kind: "forward", forward: action, http: sent, steps, notModelled };
    }
  }
}

/** What becomes of a request by the first of some routes that takes it: 404 where none does. */
export function routed(
  routes: readonly Route[],
  http: HttpRequest,
  claims: Readonly<Record<string, unknown>> | undefined,
  steps: readonly Step[],
): Decision {
  const found = routes.find(({ conditions }) => fits(conditions, http, claims));
  if (found === undefined) {
    return { kind: "end", outcome: Outcome.NoRoute, status: notFound, steps };
  }
  const decision = actionOn(found, http);
  return { ...decision, steps: [...steps, ...decision.steps] };
}
