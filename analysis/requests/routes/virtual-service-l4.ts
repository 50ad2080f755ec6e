import type {
  VirtualServiceSpec,
  VirtualServiceTcpRoute,
} from "../../../schemas/kinds/networking/virtual-service";
import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import { type Labels, selects } from "../../mesh/model/selector";
import { gatewayName } from "../../mesh/model/virtual-services";
import type { Weighted } from "../route";
import { type Step, stepOf } from "../trail";
import { type PortOf, weighted } from "./virtual-service-destinations";

/** Where connections go that fit: the server name and the address are left to the proxy to look at. */
export interface L4Match {
  readonly destinations: readonly Weighted[];
  readonly steps: readonly Step[];
  /** Server names, with wildcards; absent where none is looked at. */
  readonly sniHosts?: readonly string[];
  /** Ranges of addresses that are called; absent for any. */
  readonly subnets?: readonly string[];
}

/** The proxy, and the port that is called. */
export interface L4Place {
  readonly namespace: string;
  readonly labels: Labels;
  /** `mesh`, or `namespace/name` of Gateways. */
  readonly gateways: readonly string[];
  readonly port: number;
  /** Port of destinations that name none. @default - the one that was called */
  readonly portOf?: PortOf;
}

interface Match {
  readonly gateways?: readonly string[];
  readonly port?: number;
  readonly sourceLabels?: Labels;
  readonly sourceNamespace?: string;
}

/** Unlike one of HTTP, it looks at labels beside names of gateways. */
function isMeant(
  { gateways = [], port, sourceLabels = {}, sourceNamespace }: Match,
  place: L4Place,
  own: string,
): boolean {
  return (
    (gateways.length === 0 ||
      gateways.some((name) => place.gateways.includes(gatewayName(name, own)))) &&
    selects(sourceLabels, place.labels) &&
    (!port || port === place.port) &&
    (!sourceNamespace || sourceNamespace === place.namespace)
  );
}

function destinationsOf(
  mesh: Mesh,
  source: Declared,
  routes: readonly VirtualServiceTcpRoute[],
  path: string,
  portOf: PortOf = () => undefined,
): Weighted[] {
  return weighted(routes).map(({ one: { destination }, index, share }) => {
    const host = mesh.fullName(destination.host, source.id.namespace);
    const port = destination.port?.number ?? portOf(host);
    return {
      host,
      ...(port !== undefined && { port }),
      ...(destination.subset && { subset: destination.subset }),
      share,
      step: stepOf(source, `${path}.route[${index}]`),
    };
  });
}

/** Routes of connections by server names, for a proxy and a port. */
export const virtualServiceTls = (
  mesh: Mesh,
  source: Declared<VirtualServiceSpec>,
  place: L4Place,
): readonly L4Match[] =>
  (source.spec.tls ?? []).flatMap(({ match, route = [] }, i) => {
    const path = `spec.tls[${i}]`;
    return route.length === 0
      ? []
      : match.flatMap((one, j) =>
          isMeant(one, place, source.id.namespace)
            ? {
                destinations: destinationsOf(mesh, source, route, path, place.portOf),
                steps: [stepOf(source, `${path}.match[${j}]`)],
                sniHosts: one.sniHosts,
                ...(one.destinationSubnets?.length && { subnets: one.destinationSubnets }),
              }
            : [],
        );
  });

/** Routes of connections, for a proxy and a port, up to the first that takes them all. */
export function virtualServiceTcp(
  mesh: Mesh,
  source: Declared<VirtualServiceSpec>,
  place: L4Place,
): readonly L4Match[] {
  const found: L4Match[] = [];
  for (const [i, { match = [], route = [] }] of (source.spec.tcp ?? []).entries()) {
    const path = `spec.tcp[${i}]`;
    const meant = match
      .map((one, j) => ({ one, step: stepOf(source, `${path}.match[${j}]`) }))
      .filter(({ one }) => isMeant(one, place, source.id.namespace));
    const free = meant.find(({ one }) => !one.destinationSubnets?.length);
    const destinations = destinationsOf(mesh, source, route, path, place.portOf);
    if (route.length > 0 && (match.length === 0 || free)) {
      return [...found, { destinations, steps: [free?.step ?? stepOf(source, path)] }];
    }
    if (route.length > 0 && meant.length > 0) {
      found.push({
        destinations,
        steps: meant.map(({ step }) => step),
        subnets: meant.flatMap(({ one }) => one.destinationSubnets ?? []),
      });
    }
  }
  return found;
}
