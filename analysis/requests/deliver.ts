import { hbonePort } from "../../values/known-names";
import type { Mesh } from "../mesh/mesh";
import type { Host } from "../mesh/model/services";
import { arrive } from "./access/arrive";
import { atProxy, isOpaqueTls, sentOn } from "./access/at-proxy";
import { checkedClaims } from "./access/claims";
import type { UsedWaypoint } from "./ambient/bound-waypoint";
import { waypointDecision } from "./ambient/waypoint-decision";
import { waypointFor } from "./ambient/waypoints";
import { Outcome } from "./answer";
import type { Call } from "./call";
import type { Cluster, Endpoint } from "./cluster";
import { clusterOf } from "./clusters/cluster-of";
import { emptyWords, missingWords } from "./clusters/missing";
import { serviceCluster } from "./clusters/service-cluster";
import { copiesOf } from "./copies";
import type { Decision } from "./decision";
import { type InnerCall, innerCall } from "./gateways/inner-call";
import { mayGoOn, outOf, reaching, type Sender } from "./hop";
import type { Leaf } from "./leaf";
import { type MeshProxy, proxyOf } from "./mesh-proxy";
import { networkPoliciesOn } from "./network";
import { reachedAt } from "./reached";
import type { Forward, Weighted } from "./route";
import { sendingOf, sentTo } from "./sending";
import { isKubernetes } from "./visibility/order";
import { ended, further, type Way } from "./way";

const noCluster = 503;
/** What a proxy tells its client where the other end closes the connection. */
const noConnection = 503;

const endless = "a way that comes back to where it was";

/** Whether a proxy takes no connection. */
const isShut = (decision: Decision): decision is Extract<Decision, { kind: "end" }> =>
  decision.kind === "end" &&
  (decision.outcome === Outcome.TlsRefused || decision.outcome === Outcome.Reset);

/** The ends of a call after what a proxy decided of it. A gateway or waypoint asks its policies first. */
export function deliver(
  mesh: Mesh,
  proxy: MeshProxy,
  call: Call,
  decision: Decision,
  way: Way,
  called?: Host,
): Leaf[] {
  const { steps, notModelled = [] } = decision;
  if (proxy.kind === "sidecar" || isShut(decision)) {
    return decided(mesh, proxy, call, decision, further(way, { trail: steps, notModelled }));
  }
  const verdict = atProxy(mesh, proxy, call, decision, called);
  const admitted = further(way, {
    trail: verdict.taken ? [...verdict.steps, ...steps] : verdict.steps,
    notModelled: [...notModelled, ...verdict.notModelled],
    wouldBeDeniedBy: verdict.wouldBeDeniedBy,
  });
  return verdict.taken
    ? decided(mesh, proxy, call, decision, admitted, called)
    : [ended(admitted, verdict)];
}

function decided(
  mesh: Mesh,
  proxy: MeshProxy,
  call: Call,
  decision: Decision,
  way: Way,
  called?: Host,
): Leaf[] {
  switch (decision.kind) {
    case "forward":
      return forwarded(mesh, proxy, call, decision, way, called);
    case "passthrough":
      return passedOn(mesh, { name: proxy.workload.name, isProxy: !decision.isOfBytes }, call, way);
    case "redirect":
      return [
        ended(withFault(way, decision), {
          outcome: Outcome.Redirect,
          status: decision.redirect.status,
          redirect: decision.redirect,
        }),
      ];
    case "response":
      return [
        ended(withFault(way, decision), { outcome: Outcome.Response, status: decision.status }),
      ];
    case "end":
      return [ended(way, decision)];
  }
}

/** Faults come before a proxy answers by itself, to a part of the requests. */
const withFault = (way: Way, { fault }: Pick<Forward, "fault">): Way =>
  fault ? further(way, { sending: { fault } }) : way;

/** The ends of a call that goes on to the address that was called: that of a Service is its Pods', as for any client. */
function passedOn(mesh: Mesh, from: Sender, call: Call, way: Way): Leaf[] {
  const cluster = serviceCluster(mesh, call);
  const { host } = cluster ?? {};
  if (cluster === undefined || (host && (!isKubernetes(host) || host.externalName !== undefined))) {
    const reached = { service: call.address ?? call.host, port: call.port };
    return [ended(outOf(mesh, call, call.port, way), { outcome: Outcome.Routed, reached })];
  }
  const seen = further(way, { trail: cluster.steps });
  return toEndpoints(mesh, from, cluster, call, seen);
}

function forwarded(
  mesh: Mesh,
  proxy: MeshProxy,
  call: Call,
  { forward, http, isOfBytes = false }: Extract<Decision, { kind: "forward" }>,
  way: Way,
  called?: Host,
): Leaf[] {
  const { http: _seen, ...rest } = sentOn(mesh, proxy, call, called);
  const next: Call = { ...rest, ...(http && { http }) };
  const copied = further(way, copiesOf(mesh, proxy, next, forward));
  const { abort } = forward.fault ?? {};
  if (abort && abort.percentage >= 100) {
    const sending = sendingOf(forward, call.http, http);
    return [ended(further(copied, { sending }), { outcome: Outcome.Fault, status: abort.status })];
  }
  return forward.destinations
    .filter(({ share }) => share > 0)
    .flatMap((destination) => {
      const { share, step } = destination;
      const sent = http && sentTo(destination, http, forward);
      const sending = sendingOf(forward, call.http, sent, destination);
      const own = { ...next, ...(sent && { http: sent }) };
      const gone = further(copied, { share, trail: [step], sending });
      return toDestination(mesh, proxy, own, destination, gone, isOfBytes);
    });
}

function toDestination(
  mesh: Mesh,
  proxy: MeshProxy,
  call: Call,
  destination: Weighted,
  way: Way,
  isOfBytes: boolean,
): Leaf[] {
  const unavailable = (status: number, reason: string) =>
    ended(way, {
      outcome: Outcome.Unavailable,
      ...(call.http && !isOfBytes && { status }),
      reason,
    });
  if (destination.unusable) {
    const { status, reason } = destination.unusable;
    return [unavailable(status, reason)];
  }
  const cluster = clusterOf(mesh, proxy, destination, call);
  if (cluster === undefined) {
    const { notFound: status = noCluster } = destination;
    return [unavailable(status, missingWords(mesh, proxy, destination, call))];
  }
  const seen = further(way, {
    trail: cluster.steps,
    connections: connectionsOf(cluster),
    notModelled: cluster.notModelled ?? [],
    assumed: cluster.assumed ?? [],
  });
  const used =
    proxy.kind === "waypoint" ? undefined : waypointFor(mesh, proxy.workload, proxy, cluster);
  return used
    ? viaWaypoint(mesh, used, cluster, call, seen)
    : toEndpoints(mesh, { name: proxy.workload.name, isProxy: true }, cluster, call, seen);
}

function connectionsOf({ host, port, settings }: Cluster): Way["connections"] {
  return host === undefined || Object.keys(settings).length === 0
    ? []
    : [{ host: host.host, port, settings }];
}

/** The ends of a call that goes by a waypoint. */
export function viaWaypoint(
  mesh: Mesh,
  { waypoint, steps, notModelled = [] }: UsedWaypoint,
  cluster: Cluster,
  call: Call,
  way: Way,
): Leaf[] {
  const proxy = proxyOf(waypoint);
  const { host, port } = cluster;
  const claims = checkedClaims(mesh, waypoint, call.token, call.http, host);
  const next: Call = { ...call, host: host?.host ?? call.host, port, ...(claims && { claims }) };
  const tls = [{ hop: `→ ${waypoint.name}`, mode: "HBONE" }];
  const meant = networkPoliciesOn(mesh, call.peer, { workload: waypoint, port: hbonePort });
  const hop = further(way, { trail: steps, tls, notModelled: [...notModelled, ...meant] });
  return deliver(mesh, proxy, next, waypointDecision(mesh, proxy, cluster, next), hop, host);
}

/** The ends of a call at the endpoints of a cluster. */
export function toEndpoints(
  mesh: Mesh,
  from: Sender,
  cluster: Cluster,
  call: Call,
  way: Way,
): Leaf[] {
  if (cluster.endpoints.length > 0) {
    return cluster.endpoints.flatMap((endpoint) =>
      atEndpoint(mesh, from, cluster, endpoint, call, way),
    );
  }
  if (!cluster.known) {
    const out = outOf(mesh, call, cluster.port, way);
    return [ended(out, { outcome: Outcome.Routed, reached: reachedAt(cluster) })];
  }
  const reason = emptyWords(mesh, cluster);
  return [
    ended(way, {
      outcome: Outcome.Unavailable,
      ...(from.isProxy && call.http && { status: noCluster }),
      ...(reason !== undefined && { reason }),
    }),
  ];
}

/** The ends of a call that comes to a gateway inside the mesh. */
function atGateway(
  mesh: Mesh,
  { proxy, call, decision }: InnerCall,
  closed: { readonly status?: number },
  way: Way,
): Leaf[] {
  if (isShut(decision)) {
    const { kind: _kind, steps: trail, notModelled = [], ...end } = decision;
    return [ended(further(way, { trail, notModelled }), { ...closed, ...end })];
  }
  return mayGoOn(way)
    ? deliver(mesh, proxy, call, decision, way)
    : [ended(further(way, { notModelled: [endless] }), { outcome: Outcome.NotJudged })];
}

function atEndpoint(
  mesh: Mesh,
  from: Sender,
  cluster: Cluster,
  endpoint: Endpoint,
  call: Call,
  way: Way,
): Leaf[] {
  const { workload, port, tls } = endpoint;
  const reached = reachedAt(cluster, endpoint);
  const name = workload?.name ?? reached.service ?? endpoint.address;
  const here = reaching(mesh, from, endpoint, call, way, name);
  if (workload === undefined) {
    return [ended(here, { outcome: Outcome.Routed, reached })];
  }
  const closed = from.isProxy && call.http ? { status: noConnection } : {};
  const inner = innerCall(mesh, endpoint, call);
  if (inner) {
    return atGateway(mesh, inner, closed, here);
  }
  const isOpaque = tls.mode === "DISABLE" && isOpaqueTls(call);
  const sni = isOpaque ? call.sni : tls.sni;
  const verdict = arrive(mesh, {
    server: workload,
    port,
    tls: isOpaque ? "PASSTHROUGH" : tls.mode,
    peer: call.peer,
    ...(sni !== undefined && { sni }),
    ...(call.http && { http: call.http }),
    ...(call.token && { token: call.token }),
  });
  const { steps, wouldBeDeniedBy, notModelled } = verdict;
  const judged = further(here, { trail: steps, wouldBeDeniedBy, notModelled });
  if (verdict.taken) {
    return [ended(judged, { outcome: Outcome.Routed, reached })];
  }
  return [ended(judged, { ...(verdict.outcome !== Outcome.NotJudged && closed), ...verdict })];
}
