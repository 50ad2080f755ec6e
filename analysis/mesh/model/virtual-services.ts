import type {
  VirtualServiceHttp,
  VirtualServiceSpec,
} from "../../../schemas/kinds/networking/virtual-service";
import { withNamespace } from "../../../values/namespaced-name";
import { fullName } from "../../../values/service-host";
import type { Declared, DeclaredSet } from "../declared-set";
import { Kind } from "../kinds";
import { lazy } from "../lazy";
import type { MeshConfig } from "./mesh-config";

/** The word for all sidecars in a list of gateways. */
export const meshGateway = "mesh";

/** A destination that a route names. */
export interface RouteDestination {
  /** The full name. */
  readonly host: string;
  /** As it is written. */
  readonly written: string;
  readonly subset: string | undefined;
  readonly port: number | undefined;
  readonly weight: number | undefined;
  /** Whether it gets any request: a weight counts only where a route has several destinations. */
  readonly used: boolean;
  readonly mirror: boolean;
  readonly protocol: "http" | "tls" | "tcp";
  /** Those of the VirtualService's gateways that the route is for, as its matches say. */
  readonly gateways: readonly string[];
  /** Path of the destination in the object. */
  readonly path: string;
}

/** A VirtualService with its names in full. */
export interface Routes {
  readonly source: Declared<VirtualServiceSpec>;
  readonly hosts: readonly string[];
  /** `namespace/name` each, and `mesh`. */
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[];
  /** Has no hosts: routes that another one hands over to. */
  readonly isDelegate: boolean;
  readonly destinations: readonly RouteDestination[];
  /** VirtualServices that routes are handed over to, as `namespace/name`. */
  readonly delegates: readonly string[];
}

/** A gateway as it is named by routes: `namespace/name`, and the old forms with dots. */
export function gatewayName(name: string, namespace: string): string {
  if (name === meshGateway || name.includes("/") || !name.includes(".")) {
    return name === meshGateway ? name : withNamespace(name, namespace);
  }
  const [own, place = namespace] = name.split(".");
  return `${place}/${own}`;
}

interface Target {
  destination?: { host: string; subset?: string; port?: { number?: number } };
  weight?: number;
}

/** What the destinations of one route have in common. */
type RoutePlace = Pick<RouteDestination, "protocol" | "gateways" | "path">;

function* targets(
  routes: readonly Target[],
  place: RoutePlace,
  full: (host: string) => string,
): Iterable<RouteDestination> {
  for (const [i, { destination, weight }] of routes.entries()) {
    if (destination) {
      const { host, subset, port } = destination;
      yield {
        host: full(host),
        written: host,
        subset: subset || undefined,
        port: port?.number,
        weight,
        used: routes.length === 1 || (weight ?? 0) > 0,
        mirror: false,
        protocol: place.protocol,
        get gateways() {
          return place.gateways;
        },
        path: `${place.path}.route[${i}].destination`,
      };
    }
  }
}

function* mirrorsOf(
  { mirror, mirrors = [] }: VirtualServiceHttp,
  place: RoutePlace,
  full: (host: string) => string,
): Iterable<RouteDestination> {
  const { path } = place;
  const all = [
    ...(mirror ? [{ path: `${path}.mirror`, destination: mirror }] : []),
    ...mirrors.map(({ destination }, i) => ({
      path: `${path}.mirrors[${i}].destination`,
      destination,
    })),
  ];
  for (const { path: own, destination } of all) {
    const { host, subset, port } = destination;
    yield {
      host: full(host),
      written: host,
      subset: subset || undefined,
      port: port?.number,
      weight: undefined,
      used: true,
      mirror: true,
      protocol: place.protocol,
      get gateways() {
        return place.gateways;
      },
      path: own,
    };
  }
}

/** A route with what its matches say of the gateways that it is for. */
interface Matching {
  match?: readonly { gateways?: readonly string[] }[];
}

/** The gateways of all matches; one that names none is for all of the VirtualService's. */
function gatewaysOf(
  { match = [] }: Matching,
  all: readonly string[],
  namespace: string,
): readonly string[] {
  const named = match.map(({ gateways = [] }) => gateways);
  return named.length === 0 || named.some((own) => own.length === 0)
    ? all
    : [...new Set(named.flat().map((name) => gatewayName(name, namespace)))];
}

function* destinationsOf(
  { http = [], tls = [], tcp = [] }: VirtualServiceSpec,
  placeOf: (protocol: RouteDestination["protocol"], i: number, route: Matching) => RoutePlace,
  full: (host: string) => string,
): Iterable<RouteDestination> {
  for (const [i, route] of http.entries()) {
    const place = placeOf("http", i, route);
    yield* targets(route.route ?? [], place, full);
    yield* mirrorsOf(route, place, full);
  }
  for (const [i, route] of tls.entries()) {
    yield* targets(route.route ?? [], placeOf("tls", i, route), full);
  }
  for (const [i, route] of tcp.entries()) {
    yield* targets(route.route ?? [], placeOf("tcp", i, route), full);
  }
}

/** Every VirtualService with its names in full. What is not known yet ends a judgement where it is read. */
export const routesOf = (set: DeclaredSet, { domain, all }: MeshConfig): Routes[] =>
  set.all(Kind.VirtualService).map((source) => {
    const { namespace } = source.id;
    const full = (host: string) => fullName(host, namespace, domain);
    const defaults = Array.isArray(all.defaultVirtualServiceExportTo)
      ? (all.defaultVirtualServiceExportTo as string[])
      : ["*"];
    // Most checks of routes ask for these.
    const hosts = lazy(() => (source.spec.hosts ?? []).map(full));
    const gateways = lazy(() => {
      const { gateways: named = [] } = source.spec;
      return named.length === 0 ? [meshGateway] : named.map((name) => gatewayName(name, namespace));
    });
    const destinations = lazy(() => [
      ...destinationsOf(
        source.spec,
        (protocol, i, route) => ({
          protocol,
          // Read where it is asked for: a match may hold what is not known yet.
          get gateways() {
            return gatewaysOf(route, gateways(), namespace);
          },
          path: `spec.${protocol}[${i}]`,
        }),
        full,
      ),
    ]);
    const delegates = lazy(() =>
      (source.spec.http ?? []).flatMap(({ delegate }) =>
        delegate ? [`${delegate.namespace || namespace}/${delegate.name}`] : [],
      ),
    );
    return {
      source,
      get hosts() {
        return hosts();
      },
      get gateways() {
        return gateways();
      },
      get exportTo() {
        const { exportTo = [] } = source.spec;
        return exportTo.length === 0 ? defaults : exportTo;
      },
      get isDelegate() {
        return (source.spec.hosts ?? []).length === 0;
      },
      get destinations() {
        return destinations();
      },
      get delegates() {
        return delegates();
      },
    };
  });
