import { type Answer, type Lost, Outcome } from "../answer";

/** How well a client is served. */
export type Standing = "served" | "refused" | "failed";

const firstError = 400;

/** Whether what becomes of a request is what its client wants. */
export function standingOf({
  outcome,
  status = 200,
}: Pick<Answer | Lost, "outcome" | "status">): Standing {
  switch (outcome) {
    case Outcome.Routed:
    case Outcome.Redirect:
      return "served";
    case Outcome.Response:
      return status < firstError ? "served" : "failed";
    case Outcome.Denied:
    case Outcome.TlsRefused:
      return "refused";
    default:
      return "failed";
  }
}

/** Percent of the requests that end so: refused, failed (aborted on purpose among them), or served. */
export function shareOf(answer: Answer, standing: Standing): number {
  if (answer.outcome !== Outcome.Routed) {
    return standingOf(answer) === standing ? 100 : 0;
  }
  const aborted = answer.fault?.abort?.percentage ?? 0;
  const parts =
    standing === "served"
      ? answer.destinations
      : (answer.lost ?? []).filter((one) => standingOf(one) === standing);
  const sent = parts.reduce((total, { share }) => total + share, 0) * (1 - aborted / 100);
  return standing === "failed" ? sent + aborted : sent;
}
