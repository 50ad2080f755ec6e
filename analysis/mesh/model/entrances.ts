import type { HTTPRouteSpec } from "../../../schemas/kinds/gateway/http-route";
import { gatewayNameLabel } from "../../../values/known-names";
import { fullName } from "../../../values/service-host";
import type { Declared, DeclaredSet } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import { known } from "../not-judged";
import type { IstioGateway } from "./gateways";
import type { MeshConfig } from "./mesh-config";
import { meshGateway, type Routes } from "./virtual-services";
import type { Workload } from "./workloads";

/** A way from a gateway to a host, by a route of either API. */
export interface Entrance {
  readonly route: Declared;
  /** `namespace/name` of the gateway. */
  readonly gateway: string;
  /** The gateway's Pods, as far as they are declared. */
  readonly pods: readonly Workload[];
  /** Full name of the host that requests are sent to. */
  readonly host: string;
}

type ParentRefs = HTTPRouteSpec["parentRefs"];

/** Routes of the Gateway API, as far as they are alike. */
interface ApiRoute {
  readonly parentRefs?: ParentRefs;
  readonly rules?: readonly {
    readonly backendRefs?: readonly { kind?: string; name: string; namespace?: string }[];
  }[];
}

const routeKinds = [Kind.HttpRoute, Kind.GrpcRoute, Kind.TcpRoute, Kind.TlsRoute] as const;

function* ofApiRoute(
  route: Declared<ApiRoute>,
  podsOf: (gateway: string) => readonly Workload[],
  { domain }: MeshConfig,
): Iterable<Entrance> {
  const { namespace } = route.id;
  const { parentRefs = [], rules = [] } = route.spec;
  const hosts = rules
    .flatMap(({ backendRefs = [] }) => backendRefs)
    .filter(({ kind }) => kind === undefined || kind === "Service")
    .map((ref) => fullName(ref.name, ref.namespace ?? namespace, domain));
  for (const { kind = "Gateway", name, namespace: place = namespace } of parentRefs) {
    if (kind === "Gateway") {
      const gateway = `${place}/${name}`;
      for (const host of new Set(hosts)) {
        yield { route, gateway, pods: podsOf(gateway), host };
      }
    }
  }
}

/** Gateways of the VirtualServices that hand over to another one, by `namespace/name` of the latter. */
function rootsOf(routes: readonly Routes[]): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const { source, gateways } of routes) {
    for (const { delegate } of source.spec.http ?? []) {
      if (delegate?.name !== undefined) {
        const key = `${delegate.namespace ?? source.id.namespace}/${delegate.name}`;
        roots.set(key, [...(roots.get(key) ?? []), ...gateways]);
      }
    }
  }
  return roots;
}

function* ofVirtualService(
  { source, gateways, isDelegate, destinations }: Routes,
  roots: ReadonlyMap<string, readonly string[]>,
  podsOf: (gateway: string) => readonly Workload[],
): Iterable<Entrance> {
  const { namespace, name } = source.id;
  const own = isDelegate ? (roots.get(`${namespace}/${name}`) ?? []) : gateways;
  const hosts = new Set(destinations.filter(({ mirror }) => !mirror).map(({ host }) => host));
  for (const gateway of new Set(own)) {
    if (gateway !== meshGateway) {
      for (const host of hosts) {
        yield { route: source, gateway, pods: podsOf(gateway), host };
      }
    }
  }
}

/** Every way in, by the host that it leads to. A route that is not known yet leads nowhere. */
export function entrancesOf(
  set: DeclaredSet,
  routes: readonly Routes[],
  gateways: readonly IstioGateway[],
  workloads: readonly Workload[],
  config: MeshConfig,
): ReadonlyMap<string, readonly Entrance[]> {
  const istio = new Map(gateways.map((gateway) => [gateway.name, gateway]));
  const api = grouped(
    workloads.filter(({ labels }) => labels[gatewayNameLabel] !== undefined),
    ({ namespace, labels }) => `${namespace}/${labels[gatewayNameLabel]}`,
  );
  const podsOfIstio = (name: string) => istio.get(name)?.workloads ?? api.get(name) ?? [];
  const podsOfApi = (name: string) => api.get(name) ?? [];
  const roots = known(() => rootsOf(routes)) ?? new Map();
  return grouped(
    [
      ...routes.flatMap((one) => known(() => [...ofVirtualService(one, roots, podsOfIstio)]) ?? []),
      ...routeKinds
        .flatMap((kind) => [...set.all(kind)] as Declared<ApiRoute>[])
        .flatMap((one) => known(() => [...ofApiRoute(one, podsOfApi, config)]) ?? []),
    ],
    ({ host }) => host,
  );
}
