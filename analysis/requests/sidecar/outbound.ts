import { hasPort, withoutPort } from "../../../values/authority";
import { keyedFacts } from "../../mesh/keyed-facts";
import { objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import { Outcome } from "../answer";
import type { Call } from "../call";
import type { Decision } from "../decision";
import type { MeshProxy } from "../mesh-proxy";
import { isUncaptured } from "../proxy-settings";
import { asRead } from "../read-path";
import type { HttpRequest } from "../request";
import type { Weighted } from "../route";
import { routed } from "../routed";
import type { Step } from "../trail";
import { nobodyNamed } from "../unknown-name";
import { unmodelledAt } from "../unmodelled";
import { type View, viewOf } from "../visibility";
import type { EgressListener } from "../visibility/egress-listener";
import { type CalledAddress, calledAddress } from "./called-address";
import { type Chain, chainFor } from "./filter-chain";
import { everywhere } from "./host-address";
import { listenerChains } from "./listener-chains";
import { portListeners } from "./port-listeners";
import { type HostRoutes, VirtualHosts } from "./virtual-hosts";

const closed = 502;

const plainHttp: readonly string[] = ["http", "grpc"];
const overTls: readonly string[] = ["https", "tls"];

const connectionTo = (destinations: readonly Weighted[], steps: readonly Step[]): Decision => ({
  kind: "forward",
  forward: { kind: "forward", destinations, mirrors: [] },
  steps,
});

/** What becomes of what goes to nobody the proxy knows. */
function outside(mesh: Mesh, { outbound }: View, isRequest: boolean): Decision {
  const { mode, egressProxy, step } = outbound;
  const steps = step ? [step] : [];
  if (mode === "REGISTRY_ONLY") {
    const reason = "outboundTrafficPolicy REGISTRY_ONLY lets nobody out to whom it does not know";
    return isRequest
      ? { kind: "end", outcome: Outcome.Unavailable, status: closed, reason, steps }
      : { kind: "end", outcome: Outcome.Reset, reason, steps };
  }
  if (mode !== "ALLOW_ANY") {
    return {
      kind: "end",
      outcome: Outcome.NotJudged,
      steps,
      notModelled: [`outboundTrafficPolicy ${JSON.stringify(mode)}`],
    };
  }
  if (egressProxy === undefined || step === undefined) {
    return { kind: "passthrough", ...(!isRequest && { isOfBytes: true }), steps };
  }
  const { host, port, subset } = egressProxy;
  const place = step.namespace || mesh.config.rootNamespace;
  const destination: Weighted = {
    host: mesh.fullName(host, place),
    port: port?.number ?? 0,
    ...(subset && { subset }),
    share: 100,
    step: { ...step, path: `${step.path}.egressProxy` },
  };
  return connectionTo([destination], steps);
}

/** The egress listener whose hosts and routes requests at a port are for. */
const listenerFor = ({ listeners }: View, port: number): EgressListener | undefined =>
  listeners.find(({ spec }) => spec.port === undefined || spec.port.number === port);

const hostRoutes = keyedFacts<
  [proxy: Workload, listener: EgressListener, port: number, name: string],
  HostRoutes | undefined
>();

function requestAt(
  mesh: Mesh,
  proxy: MeshProxy,
  view: View,
  { host }: Extract<Chain, { kind: "http" }>,
  call: Call,
  http: HttpRequest,
): Decision {
  const listener = listenerFor(view, call.port);
  if (host !== undefined) {
    const own = listener && new VirtualHosts(mesh, proxy, listener, call.port).of(host);
    return routed(own?.routes ?? [], http, call.claims, own?.steps ?? []);
  }
  const { authority } = http;
  const name = hasPort(authority) ? withoutPort(authority) : authority;
  const found =
    listener &&
    mesh
      .fact(hostRoutes)
      .get([proxy.workload, listener, call.port, name], () =>
        new VirtualHosts(mesh, proxy, listener, call.port).for(name),
      );
  return found ? routed(found.routes, http, call.claims, found.steps) : outside(mesh, view, true);
}

function decided(
  mesh: Mesh,
  proxy: MeshProxy,
  view: View,
  called: CalledAddress,
  call: Call,
): Decision {
  const all = portListeners(mesh, view, call.port);
  const listener = (called.bind && all.get(called.bind)) || all.get(everywhere);
  const isTls = overTls.includes(call.protocol);
  const beginning = {
    called,
    plainHttp: plainHttp.includes(call.protocol),
    ...(isTls && { sni: call.sni ?? call.host }),
  };
  const chain = listener && chainFor(listenerChains(mesh, proxy, listener), beginning);
  if (chain === undefined) {
    return outside(mesh, view, false);
  }
  if (chain.kind === "tcp") {
    return connectionTo(chain.destinations, chain.steps);
  }
  return call.http && beginning.plainHttp
    ? requestAt(mesh, proxy, view, chain, call, asRead(mesh, call.http))
    : { kind: "end", outcome: Outcome.Reset, steps: [] };
}

/** What a sidecar does with a call of its application. */
export function sidecarDecision(mesh: Mesh, proxy: MeshProxy, call: Call): Decision {
  if (isUncaptured(mesh, proxy.workload)) {
    const notModelled = [`interception mode NONE of ${objectWords(proxy.workload.source.id)}`];
    return { kind: "end", outcome: Outcome.NotJudged, steps: [], notModelled };
  }
  const called = calledAddress(mesh, proxy, call);
  const decision = decided(mesh, proxy, viewOf(mesh, proxy), called, call);
  const isUnknown =
    decision.kind === "passthrough" ||
    (decision.kind === "end" &&
      [Outcome.Unavailable, Outcome.Reset].includes(decision.outcome as never));
  const final: Decision =
    called.unknownName && isUnknown
      ? { kind: "end", ...nobodyNamed(mesh, call.host, proxy.namespace), steps: [] }
      : decision;
  const unmodelled = unmodelledAt(mesh, proxy.workload, "outbound");
  return unmodelled.length === 0
    ? final
    : { ...final, notModelled: [...(final.notModelled ?? []), ...unmodelled] };
}
