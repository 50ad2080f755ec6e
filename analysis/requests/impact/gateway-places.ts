import type { GatewaySpec as ApiGatewaySpec } from "../../../schemas/kinds/gateway/gateway";
import { coversHost, hostsOverlap } from "../../../values/host";
import { sampleHost } from "../../../values/host-sample";
import { type Declared, isRefused } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { mergedListeners } from "../../mesh/model/api-gateways";
import { allServers, type Server, serverHost } from "../../mesh/model/gateways";
import { meshGateway } from "../../mesh/model/virtual-services";
import { isWaypointClass } from "../../mesh/model/workloads";
import { known } from "../../mesh/not-judged";
import { portsOfServer } from "../gateways/called-ports";
import type { Protocol } from "../request";
import type { Place } from "./places";
import { apiRoutesAt } from "./related/routes-of";

/** What clients speak to a server of a protocol. */
function spoken(protocol: string, passes: boolean): Protocol | undefined {
  switch (protocol.toUpperCase()) {
    case "HTTP":
    case "HTTP2":
    case "GRPC":
    case "GRPC-WEB":
      return "http";
    case "HTTPS":
      return passes ? "tls" : "https";
    case "TLS":
      return "tls";
    case "HBONE":
    case "UDP":
      return undefined;
    default:
      return "tcp";
  }
}

/** Names that routes have, as far as a server takes them; the server's own where no route has any. */
function namesAt(served: string, routed: readonly string[]): string[] {
  const own = routed
    .filter((host) => hostsOverlap(served, host))
    .map((host) => (coversHost(host, served) ? served : host));
  return [...new Set([served, ...own].map(sampleHost))];
}

const routedHosts = (mesh: Mesh): ReadonlyMap<string, readonly string[]> => {
  const all = mesh.routes.flatMap(
    (routes) =>
      known(() =>
        routes.gateways
          .filter((gateway) => gateway !== meshGateway)
          .flatMap((gateway) => routes.hosts.map((host) => ({ gateway, host }))),
      ) ?? [],
  );
  return new Map(
    [...grouped(all, ({ gateway }) => gateway)].map(([gateway, own]) => [
      gateway,
      [...new Set(own.map(({ host }) => host))],
    ]),
  );
};

/** Ports at which clients come to a server, of all Pods that take its Gateway. */
function portsAt(mesh: Mesh, { gateway, server }: Pick<Server, "gateway" | "server">): number[] {
  const { number } = server.port;
  const ports = gateway.workloads.flatMap((workload) => portsOfServer(mesh, workload, number));
  return ports.length > 0 ? [...new Set(ports)] : [number];
}

function* ofServer(mesh: Mesh, { gateway, server }: Server): Iterable<Place> {
  const mode = server.tls?.mode ?? "";
  const protocol = spoken(server.port.protocol, mode.endsWith("PASSTHROUGH"));
  const routed = mesh.fact(routedHosts).get(gateway.name) ?? [];
  if (protocol === undefined) {
    return;
  }
  const hosts = server.hosts.flatMap((served) => namesAt(serverHost(served), routed));
  for (const port of portsAt(mesh, { gateway, server })) {
    for (const host of hosts) {
      const mutual = mode.includes("MUTUAL") && { mutual: true };
      yield { gateway: gateway.name, host, port, protocol, ...mutual };
    }
  }
}

function* ofApiGateway(mesh: Mesh, gateway: Declared<ApiGatewaySpec>): Iterable<Place> {
  const name = `${gateway.id.namespace}/${gateway.id.name}`;
  const routed = apiRoutesAt(mesh, name).flatMap(
    (route) => known(() => route.spec.hostnames ?? []) ?? [],
  );
  for (const { listener } of mergedListeners(mesh, gateway)) {
    const passes = listener.tls?.mode === "Passthrough";
    const protocol = spoken(listener.protocol, passes);
    if (protocol !== undefined) {
      for (const host of namesAt(listener.hostname ?? "*", routed)) {
        yield { gateway: name, host, port: listener.port, protocol };
      }
    }
  }
}

/** What may be asked of gateways from outside. */
export function gatewayPlaces(mesh: Mesh): Place[] {
  const istio = (known(() => allServers(mesh)) ?? []).flatMap(
    (server) => known(() => [...ofServer(mesh, server)]) ?? [],
  );
  const api = mesh.set
    .all(Kind.ApiGateway)
    .filter(
      (one) =>
        !isRefused(one) && !(known(() => isWaypointClass(one.spec.gatewayClassName)) ?? true),
    )
    .flatMap((one) => known(() => [...ofApiGateway(mesh, one)]) ?? []);
  return [...istio, ...api];
}
