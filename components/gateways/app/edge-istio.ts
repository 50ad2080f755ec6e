import type { NamedObject } from "../../resources/named-object";
import type { GatewaySpec, GatewayServer as ServerSpec } from "../../resources/networking/gateway";
import type {
  VirtualServiceHttpRoute,
  VirtualServiceSpec,
} from "../../resources/networking/virtual-service";
import { Dialect } from "../../routing/dialect";
import { destination } from "../../routing/http/http-options-destination";
import { istioHttpRules } from "../../routing/http/http-options-rule";
import { versionService } from "../../routing/service-host";
import type { EdgeSpec } from "./app-gateway-plan";
import { widest } from "./edge-host-groups";
import { contextOf, type Planned, plannedGateway, plannedRoute } from "./edge-object";
import type { EdgeTarget } from "./edge-route";
import type { EdgeServer } from "./edge-servers";

function serverSpec({ name, port, protocol, hosts, redirectToHttps, tls }: EdgeServer): ServerSpec {
  return {
    hosts,
    port: { number: port, name, protocol },
    ...(redirectToHttps && { tls: { httpsRedirect: true } }),
    ...(tls && { tls }),
  };
}

/** The Gateway of Istio: servers for Pods of a gateway that is installed already. */
export const istioGateway = (spec: EdgeSpec): NamedObject<GatewaySpec> =>
  plannedGateway(spec, { selector: spec.selector, servers: spec.servers.map(serverSpec) });

/** HTTP, TLS and TCP routes have destinations of the same form. */
function destinations(
  { service = "", port, versions, split }: EdgeTarget,
  spec: EdgeSpec,
): Pick<VirtualServiceHttpRoute, "destination" | "weight">[] {
  const context = contextOf(spec);
  const version = (name: string) =>
    split === Dialect.GatewayApi
      ? { service: versionService(service, name), port }
      : { service, port, version: name };
  return (
    versions?.map(({ name, weight }) => ({
      destination: destination(version(name), context),
      weight,
    })) ?? [{ destination: destination({ service, port }, context) }]
  );
}

function httpSpecs(spec: EdgeSpec): [suffix: string, Omit<VirtualServiceSpec, "gateways">][] {
  return spec.groups.map(({ suffix, hosts, routes }) => [
    suffix,
    {
      hosts,
      http: routes.flatMap((route) =>
        istioHttpRules(route, destinations(route, spec), contextOf(spec, route)),
      ),
    },
  ]);
}

const tlsSpec = (spec: EdgeSpec): Omit<VirtualServiceSpec, "gateways"> => ({
  hosts: widest(spec.tlsRoutes.flatMap(({ sniHosts }) => sniHosts)),
  tls: spec.tlsRoutes.map((route) => ({
    match: [{ sniHosts: route.sniHosts }],
    route: destinations(route, spec),
  })),
});

const tcpSpec = (spec: EdgeSpec): Omit<VirtualServiceSpec, "gateways"> => ({
  hosts: widest(spec.tcpRoutes.flatMap(({ server }) => server.hosts)),
  tcp: spec.tcpRoutes.map((route) => ({
    match: [{ port: route.server.port }],
    route: destinations(route, spec),
  })),
});

/** One VirtualService for each set of hosts with the same HTTP routes, and one for TLS and for TCP. */
export function virtualServices(spec: EdgeSpec): Planned<VirtualServiceSpec>[] {
  const specs = httpSpecs(spec);
  if (spec.tlsRoutes.length > 0) {
    specs.push(["-tls", tlsSpec(spec)]);
  }
  if (spec.tcpRoutes.length > 0) {
    specs.push(["-tcp", tcpSpec(spec)]);
  }
  return specs.map(([suffix, { hosts, ...routes }]) =>
    plannedRoute(spec, suffix, { hosts, gateways: [spec.name], ...routes }),
  );
}
