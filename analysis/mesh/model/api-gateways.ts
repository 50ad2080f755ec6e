import type {
  GatewaySpec as ApiGatewaySpec,
  GatewayListener,
} from "../../../schemas/kinds/gateway/gateway";
import type { ListenerSetSpec } from "../../../schemas/kinds/gateway/listener-set";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";

/** A Gateway of the Gateway API, or a ListenerSet that brings more listeners to one. */
export type ListenerOwner = Declared<ApiGatewaySpec | ListenerSetSpec>;

/** A listener of the Gateway API. */
export interface Listener {
  readonly owner: ListenerOwner;
  readonly listener: GatewayListener;
  /** Path in its owner. */
  readonly path: string;
}

/** The listeners that an object has itself. */
export const listenersOf = (owner: ListenerOwner): Listener[] =>
  owner.spec.listeners.map((listener, i) => ({ owner, listener, path: `spec.listeners[${i}]` }));

/** `namespace/name` of the Gateway that a ListenerSet is for. */
export const parentOfSet = ({ id, spec: { parentRef } }: Declared<ListenerSetSpec>): string =>
  `${parentRef.namespace ?? id.namespace}/${parentRef.name}`;

const setsByParent = (mesh: Mesh): ReadonlyMap<string, readonly Declared<ListenerSetSpec>[]> =>
  grouped(mesh.set.accepted(Kind.ListenerSet), parentOfSet);

const placeOf = ({ id }: Declared): string => `${id.namespace}/${id.name}`;

/** All listeners of a Gateway: its own first, then those of its ListenerSets by their names. */
export function mergedListeners(mesh: Mesh, gateway: Declared<ApiGatewaySpec>): Listener[] {
  const sets = [...(mesh.fact(setsByParent).get(placeOf(gateway)) ?? [])].sort((a, b) =>
    placeOf(a) < placeOf(b) ? -1 : 1,
  );
  return [gateway, ...sets].flatMap(listenersOf);
}

const ofRequests: readonly string[] = ["HTTP", "HTTPS"];

/** Kinds of routes that a listener of a protocol takes where it does not say which. */
function kindsByProtocol({ protocol, tls }: GatewayListener): readonly string[] | undefined {
  if (ofRequests.includes(protocol)) {
    return ["HTTPRoute", "GRPCRoute"];
  }
  if (protocol === "TLS") {
    return tls?.mode === "Passthrough" ? ["TLSRoute"] : ["TLSRoute", "TCPRoute"];
  }
  return protocol === "TCP" || protocol === "UDP" ? [`${protocol}Route`] : undefined;
}

/** Kinds of routes that a listener takes; undefined where its protocol is none of the Gateway API's. */
export function routeKindsOf(listener: GatewayListener): readonly string[] | undefined {
  const possible = kindsByProtocol(listener);
  const wanted = listener.allowedRoutes?.kinds ?? [];
  return wanted.length === 0
    ? possible
    : possible?.filter((kind) => wanted.some((one) => one.kind === kind));
}
