import { type Answer, type Lost, Outcome } from "../answer";

/** How well a client is served. */
export type Standing = "served" | "refused" | "failed";

const firstError = 400;

/** Whether what becomes of a request is what its client wants. */
export function standingOf({
  outcome,
  status = 200,
  reason,
}: Pick<Answer | Lost, "outcome" | "status" | "reason">): Standing {
  switch (outcome) {
    case Outcome.Routed:
    case Outcome.Redirect:
      return "served";
    case Outcome.Response:
      return status < firstError ? "served" : "failed";
    case Outcome.Denied:
      return "refused";
    case Outcome.TlsRefused:
      // Where nobody has the name or a certificate for it, there is nobody who could let the client in.
      return reason === undefined ? "refused" : "failed";
    default:
      return "failed";
  }
}

/** A part of the requests, and how they end. */
export type Part = Pick<Lost, "outcome" | "status" | "reason" | "share">;

/** All parts of an answer: those that are aborted on purpose, those that end as it says, and those that do not. */
export function partsOf({ outcome, status, reason, lost = [], fault }: Answer): Part[] {
  const rest = 100 - lost.reduce((sum, { share }) => sum + share, 0);
  const own = { ...(status !== undefined && { status }), ...(reason !== undefined && { reason }) };
  const all: Part[] = [{ outcome, ...own, share: rest }, ...lost];
  const { abort } = fault ?? {};
  if (abort === undefined || outcome === Outcome.Fault) {
    return all;
  }
  const { percentage, status: aborted } = abort;
  return [
    ...all.map((part) => ({ ...part, share: part.share * (1 - percentage / 100) })),
    { outcome: Outcome.Fault, status: aborted, share: percentage },
  ];
}

/** Percent of the requests that end so: refused, failed (aborted on purpose among them), or served. */
export const shareOf = (answer: Answer, standing: Standing): number =>
  partsOf(answer)
    .filter((part) => standingOf(part) === standing)
    .reduce((sum, { share }) => sum + share, 0);
