import type { Answer, Connection } from "../answer";
import { type Detail, sendingWords } from "../sending-words";
import { isSame } from "./same-value";
import { isSameShares } from "./shares";

/** What of an answer hangs on the request's own text, so that its words differ from path to path. */
const ofRequest = new Set(["path"]);

/** Modes of TLS on hops that both have; that a hop is new follows from who is reached. */
function tlsChange(before: Answer, after: Answer): Detail[] {
  if (isSame(before.tls, after.tls)) {
    return [];
  }
  const old = new Map(before.tls.map(({ hop, mode }) => [hop, mode]));
  const changes = after.tls.flatMap(({ hop, mode }) => {
    const was = old.get(hop);
    return was === undefined || was === mode ? [] : [`${was} → ${mode}`];
  });
  const words = [...new Set(changes)];
  return words.length === 0 ? [] : [["TLS", words.join(", ")]];
}

const arrow = "→ ";

/** The proxies between client and server that requests pass: whom one hop leads to and another leaves. */
function passed({ tls }: Answer): string[] {
  const hops = tls.map(({ hop }) => hop.split(arrow).map((name) => name.trim()));
  const [client] = hops[0] ?? [];
  const left = new Set(hops.map(([from]) => from));
  const reached = hops.flatMap(([, to]) => (to !== undefined && left.has(to) ? [to] : []));
  return [...new Set(reached)].filter((name) => name !== client);
}

function wayChange(before: Answer, after: Answer): Detail[] {
  const [old, now] = [passed(before), passed(after)];
  const isSame = old.join() === now.join();
  return isSame
    ? []
    : [["by way of", `${old.join(", ") || "nobody"} → ${now.join(", ") || "nobody"}`]];
}

/** Settings without the mode of TLS, which the hops have: written out or found out by Istio, it is the same. */
const withoutMode = (connections: readonly Connection[]): Connection[] =>
  connections.flatMap((one) => {
    const { tls, ...others } = one.settings;
    const { mode: _, ...own } = (tls ?? {}) as Readonly<Record<string, unknown>>;
    const hasOwn = Object.keys(own).length > 0;
    const settings = { ...others, ...(hasOwn && { tls: own }) };
    return Object.keys(settings).length > 0 ? [{ ...one, settings }] : [];
  });

const compared = (answer: Answer): ReadonlyMap<string, string> => {
  const { tls: _, wouldBeDeniedBy: _trial, mirrors: _copies, connections = [], ...rest } = answer;
  const own = withoutMode(connections);
  return new Map(sendingWords({ ...rest, connections: own, tls: [], mirrors: [] }));
};

function mirrorChange(before: Answer, after: Answer): Detail[] {
  if (isSameShares(before.mirrors, after.mirrors)) {
    return [];
  }
  const words = ({ mirrors }: Answer) =>
    new Map(sendingWords({ ...after, mirrors, tls: [] })).get("mirrored to") ?? "nobody";
  return [["mirrored to", `${words(before)} → ${words(after)}`]];
}

/** All that `compared` has words for. */
const sent = ({
  timeout,
  retries,
  fault,
  rewritten,
  requestHeaders,
  responseHeaders,
  connections,
}: Answer) => [timeout, retries, fault, rewritten, requestHeaders, responseHeaders, connections];

function sendingChange(before: Answer, after: Answer): Detail[] {
  if (isSame(sent(before), sent(after))) {
    return [];
  }
  const [old, now] = [compared(before), compared(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .filter((name) => old.get(name) !== now.get(name))
    .map((name): Detail => [name, `${old.get(name) ?? "none"} → ${now.get(name) ?? "none"}`]);
}

/** How requests are sent otherwise: a name for each, and words such as `2s → 5s`. */
export const tunedDetails = (before: Answer, after: Answer): Detail[] => [
  ...sendingChange(before, after),
  ...mirrorChange(before, after),
  ...tlsChange(before, after),
  ...wayChange(before, after),
];

/** Details in words. */
export const detailWords = (details: readonly Detail[]): string =>
  details.map(([name, words]) => `${name} ${words}`).join("; ");

/** The same without what differs from request to request. */
export const detailKey = (details: readonly Detail[]): string =>
  details.map(([name, words]) => (ofRequest.has(name) ? name : `${name} ${words}`)).join("; ");
