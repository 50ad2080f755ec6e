import { objectWords } from "../analysis/mesh/kubernetes-object";
import { type Answer, type DeniedBy, Outcome } from "../analysis/requests/answer";

const words: Readonly<Record<Outcome, string | undefined>> = {
  routed: undefined,
  redirect: undefined,
  response: undefined,
  fault: "fault",
  noRoute: "no route",
  unavailable: "unavailable",
  denied: "denied",
  tlsRefused: "TLS refused",
  reset: "reset",
  notJudged: "not judged",
};

function byWords({ rule, ...policy }: DeniedBy): string {
  const place = objectWords({ apiVersion: "", ...policy });
  return `${place}${rule === undefined ? ", no rule allows" : `, rule ${rule}`}`;
}

/**
 * Why a request reaches nobody, in words such as `denied 403: AuthorizationPolicy viewer.bookinfo, no rule allows`;
 * undefined when it is routed, redirected, or answered as a route says.
 *
 * @throws Error when the answer hangs on what is not known or not modelled.
 */
export function refusal({ outcome, status, deniedBy, notModelled }: Answer): string | undefined {
  if (outcome === Outcome.NotJudged) {
    throw new Error(`whether the request is refused is not judged: ${notModelled.join("; ")}`);
  }
  const what = words[outcome];
  if (what === undefined) {
    return undefined;
  }
  const code = status === undefined ? "" : ` ${status}`;
  return `${what}${code}${deniedBy ? `: ${byWords(deniedBy)}` : ""}`;
}
