import type { Listener } from "../../mesh/model/api-gateways";

type Bare = Listener["listener"];

const bytes: readonly string[] = ["TCP", "UDP"];
const named: readonly string[] = ["HTTP", "HTTPS", "TLS"];

const hostOf = ({ hostname }: Bare): string => hostname || "*";

/** Whether two listeners can be told apart. */
function areDistinct(one: Bare, other: Bare): boolean {
  if (one.port !== other.port) {
    return true;
  }
  const protocols = [one.protocol, other.protocol];
  if (protocols.every((protocol) => named.includes(protocol))) {
    return hostOf(one) !== hostOf(other);
  }
  const isMixed = protocols.every((one) => bytes.includes(one) || named.includes(one));
  return !isMixed && one.protocol !== other.protocol;
}

/** Listeners in their order, without those that an earlier one keeps out. */
export function withoutConflicts(listeners: readonly Listener[]): Listener[] {
  const kept: Listener[] = [];
  for (const one of listeners) {
    if (kept.every((other) => areDistinct(one.listener, other.listener))) {
      kept.push(one);
    }
  }
  return kept;
}
