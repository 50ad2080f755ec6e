import { coversHost, hostsOverlap } from "../../../values/host";
import { gatewayApi } from "../../../values/known-names";
import { fullName } from "../../../values/service-host";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { routeKindsOf } from "../../mesh/model/api-gateways";
import { parentsOf, type RouteParent, type RouteSpec } from "../../mesh/model/api-routes";
import { meshGateway } from "../../mesh/model/virtual-services";
import { type ApiListener, apiListeners } from "../gateways/api-listeners";

/** What a route of the Gateway API is bound to. */
export interface BoundParent {
  /** `mesh`, or the name of the gateway that istiod makes of a listener. */
  readonly gateway: string;
  /** Undefined for the mesh. */
  readonly listener?: ApiListener;
  /** Hosts of the Service or ServiceEntry that is the parent; those of the route where it is a listener. */
  readonly hosts: readonly string[];
  /** The one port that is meant, of a Service. */
  readonly port?: number;
}

type Route = Declared<RouteSpec>;

const listenersByOwner = (mesh: Mesh): ReadonlyMap<string, readonly ApiListener[]> =>
  grouped(
    mesh.fact(apiListeners),
    ({ source: { id } }) => `${id.kind}.${gatewayApi}|${id.namespace}/${id.name}`,
  );

const splitHost = (host: string): readonly [namespace: string, name: string] => {
  const slash = host.indexOf("/");
  return slash < 0 ? ["*", host] : [host.slice(0, slash), host.slice(slash + 1)];
};

const routeHosts = ({ spec: { hostnames = [] } }: Route): readonly string[] =>
  hostnames.length === 0 ? ["*"] : hostnames;

/** Whether a listener takes a route: its section and port, a host in common, its namespace, its kind. */
function isTaken({ listener, server }: ApiListener, route: Route, parent: RouteParent): boolean {
  const { name, port } = listener.listener;
  const isMeant =
    (parent.sectionName ?? name) === name && (parent.port === undefined || parent.port === port);
  return (
    isMeant &&
    routeKindsOf(listener.listener)?.includes(route.id.kind) === true &&
    server.hosts.some((host) => {
      const [namespace, own] = splitHost(host);
      return (
        (namespace === "*" || namespace === route.id.namespace) &&
        routeHosts(route).some((one) => hostsOverlap(own, one))
      );
    })
  );
}

/** Whether another listener of the port and protocol is nearer to a host of a route. */
function isOfAnother(host: string, own: ApiListener, others: readonly ApiListener[]): boolean {
  const { port, protocol, hostname = "" } = own.listener.listener;
  if (hostname !== "" && !hostname.startsWith("*")) {
    return false;
  }
  if (hostname !== "" && !hostsOverlap(host, hostname)) {
    return true;
  }
  return others.some(({ listener: { listener: other } }) => {
    const name = other.hostname ?? "";
    return (
      other.port === port &&
      other.protocol === protocol &&
      name !== hostname &&
      hostname.length <= name.length &&
      coversHost(name, host)
    );
  });
}

function boundToListeners(mesh: Mesh, route: Route, parent: RouteParent): BoundParent[] {
  const all =
    mesh.fact(listenersByOwner).get(`${parent.kind}|${parent.namespace}/${parent.name}`) ?? [];
  return all
    .filter((listener) => isTaken(listener, route, parent))
    .map((listener) => ({
      gateway: listener.name,
      listener,
      hosts: routeHosts(route).filter(
        (host) => !usesIsolation(route) || !isOfAnother(host, listener, all),
      ),
    }));
}

/** Routes of connections are kept apart by the server names that they match. */
const usesIsolation = ({ id: { kind } }: Route): boolean =>
  kind === "HTTPRoute" || kind === "GRPCRoute";

function serviceHosts(mesh: Mesh, { kind, namespace, name }: RouteParent): readonly string[] {
  if (kind === Kind.Service) {
    const host = fullName(name, namespace, mesh.config.domain);
    return mesh.hosts.named(host).some((one) => one.source.id.kind !== "ServiceEntry")
      ? [host]
      : [];
  }
  return mesh.set.find(Kind.ServiceEntry, namespace, name)?.spec.hosts ?? [];
}

/** What a route is bound to; parents that do not take it are left out. */
export const boundParents = (mesh: Mesh, route: Route): BoundParent[] =>
  parentsOf(route).flatMap((parent) => {
    if (parent.kind === Kind.ApiGateway || parent.kind === Kind.ListenerSet) {
      return boundToListeners(mesh, route, parent);
    }
    if (parent.kind !== Kind.Service && parent.kind !== Kind.ServiceEntry) {
      return [];
    }
    const { port } = parent;
    const hosts = serviceHosts(mesh, parent);
    return { gateway: meshGateway, hosts, ...(port !== undefined && { port }) };
  });
