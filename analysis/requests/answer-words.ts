import { grouped } from "../mesh/lazy";
import type { Answer, DeniedBy, Lost, Reached } from "./answer";

/** A share as people write it. */
export const percentWords = (share: number): string => `${Math.round(share * 100) / 100} %`;

/** `AuthorizationPolicy web.shop`, as istioctl names an object. */
export const policyWords = ({ kind, namespace, name, rule }: DeniedBy): string =>
  `${kind} ${name}.${namespace}${rule === undefined ? "" : `, rule ${rule + 1}`}`;

/** `reviews.bookinfo:9080`. */
export const serviceWords = ({ service, workload, namespace, port }: Reached): string =>
  `${[service ?? workload ?? "an address", namespace].filter((part) => part !== undefined).join(".")}:${port}`;

function destinationWords(destinations: readonly Reached[]): string {
  return [...grouped(destinations, serviceWords)]
    .map(([service, all]) => {
      const versions = all.map((one) => {
        const own = one.version ?? one.workload;
        const share = one.share === 100 ? "" : percentWords(one.share);
        return [own, share].filter(Boolean).join(" ");
      });
      return `${service} ${versions.join(", ")}`.trim();
    })
    .join("; ");
}

function deniedWords(status: number | undefined, by?: DeniedBy): string {
  const denied = `denied${status === undefined ? "" : ` (${status})`}`;
  if (by === undefined) {
    return denied;
  }
  return by.rule === undefined
    ? `${denied}: ${policyWords(by)} does not allow it`
    : `${denied} by ${policyWords(by)}`;
}

/** What an outcome without a destination is. */
export function endWords({
  outcome,
  status,
  reason,
  deniedBy,
}: Pick<Answer | Lost, "outcome" | "status" | "reason" | "deniedBy">): string {
  const code = status === undefined ? "" : `${status}: `;
  const because = reason === undefined ? "" : `: ${reason}`;
  switch (outcome) {
    case "response":
      return `${code}a route answers by itself`;
    case "fault":
      return `${code}an injected fault`;
    case "noRoute":
      return `${code}no route takes it`;
    case "unavailable":
      return `${code}${reason ?? "nobody is there to answer"}`;
    case "denied":
      return deniedWords(status, deniedBy);
    case "tlsRefused":
      return `${code}the TLS handshake is refused${because}`;
    case "reset":
      return `${code}the connection is closed${because}`;
    default:
      return "not judged";
  }
}

/** An answer in one line. */
export function answerWords(answer: Answer): string {
  const { outcome, redirect, destinations, lost = [] } = answer;
  if (outcome === "redirect" && redirect) {
    return `${redirect.status} to ${redirect.location}`;
  }
  const first = outcome === "routed" ? destinationWords(destinations) : endWords(answer);
  return [first, ...lost.map((one) => `${percentWords(one.share)} ${endWords(one)}`)].join("; ");
}
