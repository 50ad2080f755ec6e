import type { ArgumentCheck } from "../../../arguments/argument-check";
import type { ServiceFact } from "../../program/facts/service-facts";
import { Dialect } from "../dialect";
import { type PortKind, portKind, shownPort } from "../port-protocol";
import { type CanaryArgs, CanaryProtocol } from "./canary-args";
import { serviceWords, splitKinds, splitPorts } from "./original-service";

/** What the routes in the mesh are written for. */
export type SplitKind = CanaryProtocol | "both";

/** What is for requests, and means nothing to connections. */
const ofRequests = [
  "matches",
  "timeout",
  "retries",
  "fault",
  "rewrite",
  "headers",
  "corsPolicy",
  "mirrors",
] as const satisfies readonly (keyof CanaryArgs)[];

const givenOf = (args: CanaryArgs) => ofRequests.filter((name) => args[name] !== undefined);

/** Ports that speak what cannot be split. */
function checkSplittable(check: ArgumentCheck, args: CanaryArgs, fact: ServiceFact): boolean {
  const at = args.port === undefined ? "service" : "port";
  const refuse = (kind: PortKind, reason: string) => {
    const found = splitPorts(fact, args.port).find((one) => portKind(one) === kind);
    if (found) {
      check.fail(at, `${shownPort(found)} of ${serviceWords(args)} ${reason}`);
    }
    return found !== undefined;
  };
  const tls = refuse(
    "tls",
    "speaks TLS, of which a proxy sees no requests; call it in plain text and let the mesh encrypt (a port named http-…), or write a VirtualService with tls routes by server name",
  );
  const udp = refuse("udp", "speaks UDP, which Istio does not route");
  return !tls && !udp;
}

function checkSaid(check: ArgumentCheck, args: CanaryArgs, fact: ServiceFact): void {
  const other = args.protocol === CanaryProtocol.Tcp ? "http" : "tcp";
  const found = splitPorts(fact, args.port).find((one) => portKind(one) === other);
  if (args.protocol !== undefined && found) {
    check.fail(
      "protocol",
      `"${args.protocol}" is not what port ${shownPort(found)} of ${serviceWords(args)} speaks to Istio, ${other}; change its name or appProtocol, or leave protocol out`,
    );
  }
}

function kindOf(args: CanaryArgs, kinds: ReadonlySet<PortKind>, atGateway: boolean): SplitKind {
  const usual = args.dialect === Dialect.GatewayApi || atGateway ? CanaryProtocol.Http : "both";
  if (args.protocol !== undefined) {
    return args.protocol;
  }
  if (kinds.size === 1 && kinds.has("http")) {
    return CanaryProtocol.Http;
  }
  if (kinds.size === 1 && kinds.has("tcp")) {
    return CanaryProtocol.Tcp;
  }
  return givenOf(args).length > 0 && !kinds.has("tcp") ? CanaryProtocol.Http : usual;
}

/**
 * Requests or connections, or both: a VirtualService may have routes for either, of which a sidecar takes
 * what the port speaks. At a gateway routes for connections would take every port of TCP that it has.
 */
export function splitKind(
  check: ArgumentCheck,
  args: CanaryArgs,
  fact: ServiceFact | undefined,
): { mesh: SplitKind; gateway: CanaryProtocol } {
  if (fact && checkSplittable(check, args, fact)) {
    checkSaid(check, args, fact);
  }
  const kinds = fact ? splitKinds(fact, args.port) : new Set<PortKind>();
  const mesh = kindOf(args, kinds, false);
  const atGateway = kindOf(args, kinds, true);
  const why =
    args.protocol === undefined
      ? `port ${[...(fact ? splitPorts(fact, args.port) : [])].map(shownPort).join(", ")} of ${serviceWords(args)} speaks tcp`
      : 'protocol is "tcp"';
  for (const name of mesh === CanaryProtocol.Tcp ? givenOf(args) : []) {
    check.fail(name, `has no effect on connections, and ${why}; leave it out`);
  }
  return { mesh, gateway: atGateway === "both" ? CanaryProtocol.Http : atGateway };
}
