import { hostWithoutPort } from "../../../values/authority";
import { isIpAddress } from "../../../values/ip";
import type { Mesh } from "../../mesh/mesh";
import { Outcome } from "../answer";
import type { Call } from "../call";
import type { Decision } from "../decision";
import type { MeshProxy } from "../mesh-proxy";
import { asRead } from "../read-path";
import { httpsRedirectOf } from "../redirect";
import type { HttpRequest } from "../request";
import type { Weighted } from "../route";
import { routed } from "../routed";
import type { Step } from "../trail";
import { mayListen } from "./applied";
import { portOf } from "./bound-routes";
import { calledPorts } from "./called-ports";
import { chainFor } from "./chain-index";
import type { Chain } from "./chains";
import { forwardedScheme } from "./forwarded-scheme";
import { hostOf } from "./gateway-hosts";
import { gatewayState } from "./gateway-state";
import { certificateProblem, isClientRefused } from "./handshake";
import { ingressesAt } from "./ingresses";
import { hasServices, serviceDestination } from "./service-destination";

const ended = (outcome: Outcome, steps: readonly Step[], reason?: string): Decision => ({
  kind: "end",
  outcome,
  ...(reason !== undefined && { reason }),
  steps,
});

const nobodyListens = ({ workload: { name, namespace } }: MeshProxy, port: number): string =>
  `no gateway of the set has a server at port ${port} of ${name}.${namespace}`;

const nobodyKnows = (
  { workload: { name, namespace } }: MeshProxy,
  port: number,
  sni = "",
): string =>
  `no server at port ${port} of ${name}.${namespace} knows ${sni === "" ? "clients that name nobody" : sni}`;

const speaksTls = ({ protocol }: Call): boolean => protocol === "https" || protocol === "tls";

/** The port of the Pods to which a call comes; none where the gateway's Services do not have the port. */
function podPort(mesh: Mesh, { workload }: MeshProxy, port: number): number | undefined {
  const [target] = calledPorts(mesh, workload, port);
  return target !== undefined && mayListen(workload, target) ? target : undefined;
}

/** What a gateway's proxy does with a call to a port of its Service. */
export function gatewayDecision(mesh: Mesh, proxy: MeshProxy, call: Call): Decision {
  const port = podPort(mesh, proxy, call.port);
  const decision =
    port === undefined ? ended(Outcome.Reset, []) : decisionAt(mesh, proxy, call, port);
  const ingresses = ingressesAt(mesh, proxy, call);
  return ingresses.length === 0
    ? decision
    : { ...decision, notModelled: [...(decision.notModelled ?? []), ...ingresses] };
}

/** The same of a call to a port of its Pods. */
export function decisionAt(mesh: Mesh, proxy: MeshProxy, call: Call, port: number): Decision {
  const chains = gatewayState(mesh, proxy).chains(port);
  const isTls = speaksTls(call);
  const sni = isTls && call.sni !== undefined && !isIpAddress(call.sni) ? call.sni : undefined;
  const passed = serviceDestination(mesh, proxy, chains.services, sni);
  if (passed) {
    return bytes([passed.destination], passed.chain.steps);
  }
  const chain = chainFor(chains, sni);
  if (chain === undefined) {
    const listens =
      chains.byName.size + chains.wide.length > 0 ||
      chains.services.some((one) => hasServices(mesh, proxy, one));
    return listens
      ? isTls
        ? ended(Outcome.TlsRefused, [], nobodyKnows(proxy, port, sni))
        : ended(Outcome.Reset, [])
      : ended(Outcome.Reset, [], nobodyListens(proxy, port));
  }
  return isTls ? ofTls(mesh, proxy, call, chain) : ofPlain(mesh, proxy, call, chain);
}

const bytes = (
  destinations: readonly Weighted[],
  steps: readonly Step[],
  http?: HttpRequest,
): Decision => ({
  kind: "forward",
  forward: { kind: "forward", destinations, mirrors: [] },
  ...(http && { http }),
  isOfBytes: true,
  steps,
});

function ofTls(mesh: Mesh, proxy: MeshProxy, call: Call, chain: Chain): Decision {
  const { tls, steps } = chain;
  const problem = tls && certificateProblem(mesh, proxy.workload, tls);
  if (problem !== undefined) {
    return ended(Outcome.TlsRefused, steps, problem);
  }
  if (tls && isClientRefused(tls, call)) {
    return ended(Outcome.TlsRefused, steps);
  }
  if (chain.kind === "http") {
    return tls ? ofRequest(mesh, proxy, call, chain, "https") : ended(Outcome.Reset, steps);
  }
  const http = tls ? call.http : undefined;
  return chain.kind === "bytes"
    ? bytes(ported(mesh, proxy, chain), steps, http)
    : ended(Outcome.Reset, steps);
}

function ofPlain(mesh: Mesh, proxy: MeshProxy, call: Call, chain: Chain): Decision {
  if (chain.tls) {
    return ended(Outcome.Reset, chain.steps);
  }
  if (chain.kind === "http") {
    return ofRequest(mesh, proxy, call, chain, "http");
  }
  return chain.kind === "bytes"
    ? bytes(ported(mesh, proxy, chain), chain.steps, call.http)
    : ended(Outcome.Reset, chain.steps);
}

function ofRequest(
  mesh: Mesh,
  proxy: MeshProxy,
  { http, claims }: Call,
  chain: Extract<Chain, { kind: "http" }>,
  scheme: HttpRequest["scheme"],
): Decision {
  if (http === undefined) {
    return ended(Outcome.Reset, chain.steps);
  }
  const seen = { ...asRead(mesh, http), scheme: forwardedScheme(mesh, proxy, http) ?? scheme };
  const name = hostWithoutPort(http.authority);
  const host = hostOf(gatewayState(mesh, proxy).hosts(chain.routeName), name);
  if (host === undefined) {
    return routed([], seen, claims, chain.steps);
  }
  if (host.httpsRedirect && seen.scheme !== "https") {
    return { kind: "redirect", redirect: httpsRedirectOf(seen), steps: host.steps };
  }
  return routed(host.routes, seen, claims, host.steps);
}

/** The destinations of a chain for bytes, each with its port. */
function ported(
  mesh: Mesh,
  proxy: MeshProxy,
  { server, destinations }: Extract<Chain, { kind: "bytes" }>,
): readonly Weighted[] {
  const usual = portOf(mesh, proxy, server);
  return destinations.map((one) => ({ ...one, port: one.port ?? usual(one.host) }));
}
