import { type Answer, Outcome } from "../analysis/requests/answer";
import { endWords } from "../analysis/requests/answer-words";

const served: readonly Outcome[] = [Outcome.Routed, Outcome.Redirect, Outcome.Response];

/**
 * Why a request reaches nobody, in words such as `denied (403) by AuthorizationPolicy viewer.bookinfo, rule 1`;
 * undefined when it is routed, redirected, or answered as a route says. Rules are counted from one.
 *
 * @throws Error when the answer hangs on what is not known or not modelled.
 */
export function refusal(answer: Answer): string | undefined {
  if (answer.outcome === Outcome.NotJudged) {
    throw new Error(
      `whether the request is refused is not judged: ${answer.notModelled.join("; ")}`,
    );
  }
  return served.includes(answer.outcome) ? undefined : endWords(answer);
}
