import { objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { isPastSidecar } from "../../mesh/model/inbound-ports";
import type { MutualTls } from "../../mesh/model/mutual-tls";
import type { Workload } from "../../mesh/model/workloads";
import { Outcome } from "../answer";
import type { Arrival, Verdict } from "../arrival";
import type { ProxySide } from "../extensions";
import { joined } from "../lists";
import { isUncaptured } from "../proxy-settings";
import { type Step, stepOf } from "../trail";
import { unmodelledAt } from "../unmodelled";
import { asked } from "./custom";
import { type Enforcer, guardAt } from "./guard";
import { inboundReading, type Reading, readingOf } from "./inbound";
import { judge } from "./judge";
import { subjectOf } from "./seen";
import { checkToken } from "./tokens";
import { atSidecar, type Refusal, read, type Seen } from "./transport";

const nothing = { steps: [], wouldBeDeniedBy: [], notModelled: [] };
const forbidden = 403;

const modeStep = ({ by, path }: MutualTls): Step[] => (by ? [stepOf(by, path)] : []);

/** The end of a connection that no policy has been asked about. */
const refused = (outcome: Refusal, mutualTls?: MutualTls): Verdict => {
  const { by } = mutualTls ?? {};
  return {
    ...nothing,
    taken: false,
    outcome,
    steps: outcome === Outcome.TlsRefused && mutualTls ? modeStep(mutualTls) : [],
    ...(outcome === Outcome.TlsRefused &&
      by && { deniedBy: { kind: by.id.kind, namespace: by.id.namespace, name: by.id.name } }),
  };
};

/** What the policies say of what a proxy, or ztunnel, has taken. */
function judged(mesh: Mesh, arrival: Arrival, seen: Seen, enforcer: Enforcer): Verdict {
  const { server, called, token, http } = arrival;
  const sees = enforcer === "http" ? http : undefined;
  const guard = guardAt(mesh, server, enforcer, called);
  const subject = subjectOf(mesh, arrival, seen);
  const custom = asked(mesh, guard, subject, enforcer);
  const status = enforcer === "http" ? { status: forbidden } : {};
  if (custom.deniedBy) {
    return { ...nothing, ...custom, taken: false, outcome: Outcome.Denied, ...status };
  }
  const check = checkToken(mesh, server, token, sees, called);
  const told = joined(custom.notModelled, check.notModelled);
  const steps = joined(custom.steps, check.steps);
  if (check.refused) {
    const end = { taken: false, outcome: Outcome.Denied, status: check.refused } as const;
    return { ...nothing, steps, notModelled: told, ...end };
  }
  const verdict = judge(guard, check.claims ? { ...subject, claims: check.claims } : subject);
  const { taken, deniedBy, wouldBeDeniedBy } = verdict;
  const common = { steps: joined(steps, verdict.steps), wouldBeDeniedBy };
  if (taken === true) {
    return { ...common, taken, notModelled: told };
  }
  if (taken !== false) {
    const notModelled = [...new Set([...told, ...taken.unsaid])];
    return { ...common, taken: false, outcome: Outcome.NotJudged, notModelled };
  }
  const by = deniedBy && { deniedBy };
  return { ...common, taken, outcome: Outcome.Denied, notModelled: told, ...status, ...by };
}

const byProxy = (mesh: Mesh, arrival: Arrival, seen: Seen | Refusal, mutualTls?: MutualTls) =>
  typeof seen === "string"
    ? refused(seen, mutualTls)
    : judged(mesh, arrival, seen, seen.seesRequests ? "http" : "tcp");

/** Calls to a Pod itself are looked at. */
const calledReading = ({ called, port }: Arrival): Reading => {
  const own = called?.ports.find((one) => one.port === port && one.transport !== "UDP");
  return own === undefined ? "either" : readingOf(own.protocol);
};

function byZtunnel(mesh: Mesh, arrival: Arrival): Verdict {
  const { server, port, tls } = arrival;
  const mutualTls = ambientTls(mesh.mutualTlsOf(server, port), mesh.mutualTlsOf(server));
  if (tls !== "HBONE" && mutualTls.mode === "STRICT") {
    return refused(Outcome.TlsRefused, mutualTls);
  }
  const seen = { isProven: tls === "HBONE", seesRequests: false };
  const verdict = judged(mesh, arrival, seen, "ztunnel");
  return verdict.taken && tls === "ISTIO_MUTUAL" ? refused(Outcome.TlsRefused) : verdict;
}

/** A port of its own that says DISABLE changes nothing to ztunnel where the policy itself leaves the mode open. */
const ambientTls = (ofPort: MutualTls, ofAll: MutualTls): MutualTls =>
  ofPort.mode === "DISABLE" && ofPort.by?.spec.mtls?.mode === undefined ? ofAll : ofPort;

/** An application that nothing stands before knows nothing of the mesh's own TLS. */
function byNobody(mesh: Mesh, { server, tls }: Arrival): Verdict {
  if (tls === "ISTIO_MUTUAL" || tls === "HBONE") {
    return refused(Outcome.TlsRefused);
  }
  const { custom, deny, allow } = guardAt(mesh, server, "tcp");
  const isGuarded = [custom, deny, allow].some(({ policies }) => policies.length > 0);
  const isOpen = !isGuarded && mesh.mutualTlsOf(server).by === undefined;
  const notModelled =
    isOpen || server.outside
      ? []
      : [
          `policies of ${server.name}.${server.namespace}: Namespace ${server.namespace} is not declared, and nothing of the mesh is taken to stand before its Pods`,
        ];
  return { ...nothing, taken: true, notModelled };
}

const uncaptured = ({ source }: Workload): Verdict => ({
  ...nothing,
  taken: false,
  outcome: Outcome.NotJudged,
  notModelled: [`interception mode NONE of ${objectWords(source.id)}`],
});

function bySidecar(mesh: Mesh, arrival: Arrival): Verdict {
  const { server, port, tls } = arrival;
  if (isUncaptured(mesh, server)) {
    return uncaptured(server);
  }
  // Tunnels end at a port of the sidecar's own.
  if (tls !== "HBONE" && isPastSidecar(server, port)) {
    return tls === "ISTIO_MUTUAL" ? refused(Outcome.TlsRefused) : { ...nothing, taken: true };
  }
  const mutualTls = mesh.mutualTlsOf(server, port);
  const reading = inboundReading(mesh, server, port);
  return byProxy(mesh, arrival, atSidecar(arrival, mutualTls.mode, reading), mutualTls);
}

/** A verdict with what else the proxy does, which nobody reads here. */
function withUnmodelled(mesh: Mesh, { server, called }: Arrival, side: ProxySide, of: Verdict) {
  const more = unmodelledAt(mesh, server, side, called);
  return more.length === 0 ? of : { ...of, notModelled: [...of.notModelled, ...more] };
}

/**
 * Whether a call is taken where it arrives, by what stands before the server (a sidecar, ztunnel, nothing) or
 * by a gateway or waypoint itself: PeerAuthentication, RequestAuthentication, AuthorizationPolicy.
 */
export function arrive(mesh: Mesh, arrival: Arrival): Verdict {
  const { server, tls, http } = arrival;
  if (server.gateway === "waypoint") {
    const seen = read(calledReading(arrival), http !== undefined, true);
    return withUnmodelled(mesh, arrival, "waypoint", byProxy(mesh, arrival, seen));
  }
  if (server.gateway !== undefined) {
    const isProven = tls === "ISTIO_MUTUAL" || tls === "HBONE";
    const seen = { isProven, seesRequests: http !== undefined };
    return withUnmodelled(mesh, arrival, "gateway", byProxy(mesh, arrival, seen));
  }
  switch (server.mode) {
    case "sidecar":
      return withUnmodelled(mesh, arrival, "inbound", bySidecar(mesh, arrival));
    case "ambient":
      return byZtunnel(mesh, arrival);
    case "none":
      return byNobody(mesh, arrival);
  }
}
