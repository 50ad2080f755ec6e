import type { Mesh } from "../../../analysis/mesh/mesh";
import type { Answer } from "../../../analysis/requests/answer";
import { asRead } from "../../../analysis/requests/read-path";
import type { Request } from "../../../analysis/requests/request";
import { plainAnswer } from "./expected";
import type { LabAnswer } from "./lab-client";
import { podName, type WorldService, worldServices } from "./world";

const workloadsOf = (chosen: (one: WorldService) => boolean): string[] =>
  worldServices
    .filter(chosen)
    .flatMap((one) => one.versions.map((version) => podName(one, version)));

/** Workloads whose Service does not say a protocol. */
const guessed = workloadsOf(({ portName }) => portName === "main");
/** Those before which no proxy reads requests. */
const bare = workloadsOf(({ portName, namespace }) => portName === "tcp" || namespace === "plain");

/** The lab's proxies have no filter that says by ALPN that what goes through mutual TLS is HTTP. */
const isGuessed = ({ tls }: Answer): boolean =>
  tls.some(
    ({ hop, mode }) =>
      mode === "ISTIO_MUTUAL" && guessed.some((workload) => hop.endsWith(` ${workload}`)),
  );

/** Applications of the lab speak no TLS themselves, which no object says. */
const needsTls = ({ tls }: Answer): boolean =>
  tls.some(
    ({ hop, mode }) =>
      (mode === "SIMPLE" || mode === "MUTUAL") &&
      bare.some((workload) => hop.endsWith(` ${workload}`)),
  );

/** Whether an answer can be held against what a client of the lab sees, and where not, why. */
export function unasked(answer: Answer): string | undefined {
  return answer.outcome === "notJudged" || answer.notModelled.length > 0
    ? `not modelled: ${answer.notModelled.join("; ")}`
    : answer.destinations.some(({ workload }) => workload === undefined)
      ? "an address outside"
      : isGuessed(answer)
        ? "HTTP in mutual TLS at a port whose protocol is not said"
        : needsTls(answer)
          ? "TLS of the client to who speaks none"
          : undefined;
}

/** An end of the model's as a client sees it: what a proxy answers has no name but its status. */
function visible(end: string): string {
  const [, outcome, status, rest = ""] = /^([a-zA-Z]+) (\d{3})( .*)?$/.exec(end) ?? [];
  return outcome === "redirect"
    ? `${status}${rest}`
    : (status ?? (/^(reset|tlsRefused|denied|unavailable)$/.test(end) ? "closed" : end));
}

/** Ends as a client sees them, with the share of each in percent. */
export function visibleEnds(answer: Answer): Record<string, number> {
  const { abort } = answer.fault ?? {};
  const certain = answer.outcome === "fault" ? 0 : (abort?.percentage ?? 0);
  const ends: Record<string, number> = {};
  const add = (key: string, share: number) => {
    ends[key] = (ends[key] ?? 0) + share;
  };
  for (const [end, share] of Object.entries(plainAnswer(answer).ends)) {
    add(visible(end), (share * (100 - certain)) / 100);
  }
  if (abort && certain > 0) {
    add(String(abort.status), certain);
  }
  return ends;
}

/** How a client tells of what came. */
export const endOf = ({ by, status, location, error }: LabAnswer): string =>
  by ??
  (location === undefined ? undefined : `${status} ${location}`) ??
  (status === undefined ? (error === "no answer in time" ? error : "closed") : String(status));

/** What is not as the model has it, in words; undefined where all is. */
export function difference(
  mesh: Mesh,
  request: Request,
  answer: Answer,
  seen: LabAnswer,
): string | undefined {
  const ends = visibleEnds(answer);
  const end = endOf(seen);
  if (!ends[end]) {
    return `${end}, not ${JSON.stringify(ends)}`;
  }
  if (seen.by === undefined || request.http === undefined) {
    return undefined;
  }
  const { host = request.http.authority, path: sent = request.http.path } = answer.rewritten ?? {};
  // The server's own sidecar reads it too, unless it takes it for bytes.
  const isBytes = bare.includes(seen.by);
  const { path } = isBytes ? { path: sent } : asRead(mesh, { ...request.http, path: sent });
  return seen.path === path && seen.host === host
    ? undefined
    : `sent on as ${seen.host}${seen.path}, not ${host}${path}`;
}
