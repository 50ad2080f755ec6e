import { sampleHost } from "../../../values/host-sample";
import { Kind } from "../../mesh/kinds";
import { kindOf } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { seesRequests } from "../../mesh/model/protocol";
import type { Host } from "../../mesh/model/services";
import { meshGateway, type Routes } from "../../mesh/model/virtual-services";
import { known } from "../../mesh/not-judged";
import type { Protocol } from "../request";
import { gatewayPlaces } from "./gateway-places";
import type { Scope } from "./related/related";

/** A port of a host that is called, and how. */
export interface Place extends Scope {
  readonly port: number;
  readonly protocol: Protocol;
  /** Whether a client may be asked for a certificate. */
  readonly mutual?: boolean;
}

const tls = ["HTTPS", "TLS"];

/** What clients speak at a port of a protocol of Istio's. */
function spoken(protocol: string): Protocol[] {
  if (protocol === "UDP") {
    return [];
  }
  if (protocol === "") {
    return ["http", "tcp"];
  }
  if (seesRequests(protocol)) {
    return [protocol.startsWith("GRPC") ? "grpc" : "http"];
  }
  return [tls.includes(protocol.toUpperCase()) ? "tls" : "tcp"];
}

function* ofHosts(mesh: Mesh): Iterable<Place> {
  for (const { host, ports } of mesh.hosts.all) {
    for (const { port, protocol } of known(() => ports) ?? []) {
      for (const own of spoken(protocol)) {
        yield { host: sampleHost(host), port, protocol: own };
      }
    }
  }
}

const usualPorts = { http: 80, tls: 443, tcp: 0 } as const;

type Matched = { readonly match?: readonly { readonly port?: number }[] };

/** Ports that the matches of a VirtualService name, and the usual one where any names none. */
function portsOf({ source: { spec } }: Routes, protocol: "http" | "tls" | "tcp"): number[] {
  const ports = (spec[protocol] ?? []).flatMap(({ match = [] }: Matched) =>
    match.length === 0
      ? [usualPorts[protocol]]
      : match.map((one) => one.port ?? usualPorts[protocol]),
  );
  return [...new Set(ports)];
}

const protocols = ["http", "tls", "tcp"] as const;

/** What a VirtualService makes of a host that nobody else has. */
const madeBy = (routes: Routes, host: string): Place[] =>
  protocols
    .filter((protocol) => (routes.source.spec[protocol] ?? []).length > 0)
    .flatMap((protocol) =>
      portsOf(routes, protocol).map((port) => ({ host: sampleHost(host), port, protocol })),
    );

const isOutside = ({ source }: Host): boolean => kindOf(source.id) !== Kind.Service;

/** Hosts of VirtualServices that no Service has; a ServiceEntry may have the host and not the port. */
const ofRoutes = (mesh: Mesh): Place[] =>
  mesh.routes.flatMap(
    (routes) =>
      known(() =>
        routes.gateways.includes(meshGateway)
          ? routes.hosts
              .filter((host) => mesh.hosts.named(host).every(isOutside))
              .flatMap((host) => madeBy(routes, host))
          : [],
      ) ?? [],
  );

/** A host that stands for all those that neither set knows. */
export const unknownHost = "nobody.example.com";

const unknownHosts: readonly Place[] = [
  { host: unknownHost, port: 80, protocol: "http" },
  { host: unknownHost, port: 443, protocol: "tls" },
];

/** All places at which something may be asked of one of two sets, by where they are. */
export function placesOf(before: Mesh, after: Mesh): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Map<string, Place>>();
  const put = (place: Place) => {
    const scope = `${place.gateway ?? ""} ${place.host}`;
    const own = places.get(scope) ?? new Map<string, Place>();
    const key = `${place.port} ${place.protocol}`;
    const mutual = place.mutual || own.get(key)?.mutual;
    own.set(key, { ...place, ...(mutual && { mutual }) });
    places.set(scope, own);
  };
  for (const mesh of before === after ? [before] : [before, after]) {
    for (const place of [...ofHosts(mesh), ...ofRoutes(mesh), ...gatewayPlaces(mesh)]) {
      put(place);
    }
  }
  unknownHosts.forEach(put);
  return new Map([...places].map(([scope, own]) => [scope, [...own.values()]]));
}
