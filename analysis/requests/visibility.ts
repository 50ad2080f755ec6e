import type { SidecarOutboundTrafficPolicyEgressProxy } from "../../schemas/kinds/networking/sidecar";
import { keyedFacts } from "../mesh/keyed-facts";
import { lazy } from "../mesh/lazy";
import type { Mesh } from "../mesh/mesh";
import { sidecarOf } from "../mesh/model/sidecar-of";
import type { Sidecar } from "../mesh/model/sidecars";
import { NotJudged } from "../mesh/not-judged";
import type { MeshProxy } from "./mesh-proxy";
import { type Step, stepOf } from "./trail";
import { type EgressListener, egressListeners } from "./visibility/egress-listener";
import { oldestHosts, oldestNamed, seenFirst } from "./visibility/exported";
import { joinedHost, type SeenHost } from "./visibility/seen-host";

/** What becomes of calls that go to nobody the proxy knows. */
interface OutboundPolicy {
  readonly mode: "ALLOW_ANY" | "REGISTRY_ONLY";
  readonly egressProxy?: SidecarOutboundTrafficPolicyEgressProxy;
  /** The Sidecar that says it; absent where it is the mesh. */
  readonly step?: Step;
}

/** What proxies of one scope see: those of a namespace, or those that follow one Sidecar. */
export interface View {
  readonly namespace: string;
  /** The host of exactly this name, a wildcard among them. */
  readonly host: (name: string) => SeenHost | undefined;
  /** All hosts, in istiod's order. */
  readonly hosts: readonly SeenHost[];
  /** In the order in which they are asked; empty for gateways and waypoints. */
  readonly listeners: readonly EgressListener[];
  readonly outbound: OutboundPolicy;
}

function outboundOf(mesh: Mesh, sidecar: Sidecar | undefined): OutboundPolicy {
  const own = sidecar?.spec.outboundTrafficPolicy;
  return sidecar === undefined || own === undefined
    ? { mode: mesh.config.outboundMode as OutboundPolicy["mode"] }
    : {
        mode: own.mode ?? "REGISTRY_ONLY",
        ...(own.egressProxy && { egressProxy: own.egressProxy }),
        step: stepOf(sidecar, "spec.outboundTrafficPolicy"),
      };
}

const joined = (all: readonly SeenHost[]): SeenHost | undefined =>
  all.reduce<SeenHost | undefined>(joinedHost, undefined);

function remembered<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (!known.has(name)) {
      known.set(name, find(name));
    }
    return known.get(name) as T;
  };
}

/** Gateways and waypoints see what is exported to their namespace, whatever Sidecars say. */
function gatewayView(mesh: Mesh, namespace: string): View {
  const host = remembered((name) =>
    joined(
      seenFirst(oldestNamed(mesh, name), namespace).map((one) => ({ host: one, ports: one.ports })),
    ),
  );
  const hosts = lazy(() => {
    const names = seenFirst(mesh.fact(oldestHosts), namespace).map((one) => one.host);
    return [...new Set(names)].flatMap((name) => host(name) ?? []);
  });
  return {
    namespace,
    host,
    get hosts() {
      return hosts();
    },
    listeners: [],
    outbound: outboundOf(mesh, undefined),
  };
}

function sidecarView(mesh: Mesh, namespace: string, sidecar: Sidecar | undefined): View {
  const listeners = egressListeners(mesh, namespace, sidecar);
  const host = remembered((name) =>
    joined(listeners.flatMap((listener) => [...listener.named(name), ...listener.targets(name)])),
  );
  const hosts = lazy(() => {
    const names = listeners.flatMap((listener) => [
      ...listener.hosts.map(({ host: one }) => one.host),
      ...listener.routes.flatMap(({ destinations }) => destinations.map((one) => one.host)),
    ]);
    return [...new Set(names)].flatMap((name) => host(name) ?? []);
  });
  return {
    namespace,
    host,
    get hosts() {
      return hosts();
    },
    listeners,
    outbound: outboundOf(mesh, sidecar),
  };
}

const views = keyedFacts<[scope: string], View>();

/** What a proxy sees; proxies of one scope share it. */
export function viewOf(mesh: Mesh, { kind, namespace, labels }: MeshProxy): View {
  if (mesh.config.all.serviceEntryVisibility !== undefined) {
    throw new NotJudged("serviceEntryVisibility of the mesh is not modelled");
  }
  const sidecar = kind === "sidecar" ? sidecarOf(mesh, namespace, labels) : undefined;
  const whose = sidecar ? `${sidecar.id.namespace}/${sidecar.id.name}` : "";
  const key = `${kind === "sidecar"} ${namespace} ${whose}`;
  return mesh
    .fact(views)
    .get([key], () =>
      kind === "sidecar" ? sidecarView(mesh, namespace, sidecar) : gatewayView(mesh, namespace),
    );
}
