import { type Answer, Outcome } from "../analysis/requests/answer";

/** By what shares are counted. */
export const ShareOf = {
  /** Label `version` of the workload, or the subset's name; the workload's name where it has none. */
  Version: "version",
  /** Name of the workload; that of the Service where the set does not say who answers. */
  Workload: "workload",
  /** Name of the Service, or the host outside. */
  Service: "service",
} as const;

/** One of `ShareOf`. */
export type ShareOf = (typeof ShareOf)[keyof typeof ShareOf];

const nobody = "?";

/**
 * Who gets how much of the requests, in percent: `{ v1: 80, v2: 20 }`. Nobody is in it when a request is refused or
 * answered by a proxy; parts that are lost are in `answer.lost`.
 *
 * @throws Error when the answer hangs on what is not known or not modelled.
 */
export function shares(
  { outcome, destinations, notModelled }: Answer,
  by: ShareOf = ShareOf.Version,
): Record<string, number> {
  if (outcome === Outcome.NotJudged) {
    throw new Error(`who gets the request is not judged: ${notModelled.join("; ")}`);
  }
  const found: Record<string, number> = {};
  for (const { version, workload, service, share } of destinations) {
    const names = {
      version: version ?? workload ?? service,
      workload: workload ?? service,
      service,
    };
    const name = names[by] ?? nobody;
    found[name] = (found[name] ?? 0) + share;
  }
  return found;
}
