import type {
  VirtualServiceTcp,
  VirtualServiceTls,
} from "../../../schemas/kinds/networking/virtual-service";
import { fullName } from "../../../values/service-host";
import type { Mesh } from "../../mesh/mesh";
import { gatewayName, type Routes } from "../../mesh/model/virtual-services";
import type { Weighted } from "../route";
import type { TlsRule } from "../routes/api-routes";
import type { L4Rule } from "../routes/l4-route";
import { weighted } from "../routes/virtual-service-destinations";
import { stepOf } from "../trail";
import type { ServerConfig } from "./gateway-config";

/** Whether a rule is meant for a server. */
interface ForServer {
  readonly isFor: (server: ServerConfig) => boolean;
}

/** Routes for connections at a gateway. */
export interface L4Routes {
  /** One for each match, with the names that it is for. */
  readonly tls: readonly (TlsRule & ForServer)[];
  readonly tcp: readonly (L4Rule & ForServer)[];
}

type Destinations = VirtualServiceTcp["route"] | VirtualServiceTls["route"];

const destinationsOf = (
  mesh: Mesh,
  { source }: Routes,
  route: Destinations = [],
  path: string,
): Weighted[] =>
  weighted(route).map(({ one: { destination }, index, share }) => {
    const { host, subset, port } = destination;
    return {
      host: fullName(host, source.id.namespace, mesh.config.domain),
      ...(subset && { subset }),
      ...(port?.number !== undefined && { port: port.number }),
      share,
      step: stepOf(source, `${path}.route[${index}]`),
    };
  });

interface Match {
  readonly gateways?: readonly string[];
  readonly port?: number;
}

/** Gateways look at the port of the server and at the name of the Gateway; nothing else of a match. */
function isMeant({ gateways = [], port }: Match, server: ServerConfig, routes: Routes, at: string) {
  const names = gateways.map((name) => gatewayName(name, routes.source.id.namespace));
  return (!port || port === server.port) && (names.length === 0 || names.includes(at));
}

/** The `tls` and `tcp` routes of a VirtualService at a gateway. */
export function l4RoutesOf(mesh: Mesh, routes: Routes, gateway: string): L4Routes {
  const { source } = routes;
  return {
    get tls() {
      return (source.spec.tls ?? []).flatMap(({ match = [], route }, i) => {
        const path = `spec.tls[${i}]`;
        const destinations = destinationsOf(mesh, routes, route, path);
        return (route ?? []).length === 0
          ? []
          : match.map((one, j) => ({
              destinations,
              isEmpty: false,
              steps: [stepOf(source, `${path}.match[${j}]`)],
              sniHosts: one.sniHosts,
              isFor: (server: ServerConfig) => isMeant(one, server, routes, gateway),
            }));
      });
    },
    get tcp() {
      return (source.spec.tcp ?? []).flatMap(({ match = [], route }, i) => {
        const path = `spec.tcp[${i}]`;
        return (route ?? []).length === 0
          ? []
          : {
              destinations: destinationsOf(mesh, routes, route, path),
              isEmpty: false,
              steps: [stepOf(source, path)],
              isFor: (server: ServerConfig) =>
                match.length === 0 || match.some((one) => isMeant(one, server, routes, gateway)),
            };
      });
    },
  };
}
