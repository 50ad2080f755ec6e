import type {
  VirtualServiceHttp,
  VirtualServiceHttpMatch,
} from "../../../schemas/kinds/networking/virtual-service";
import { matchKey } from "../../objects/rules/virtual-service-match-key";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { gatewayName, meshGateway, type Routes } from "../model/virtual-services";
import { known } from "../not-judged";
import { quoted } from "../words";

/** A match of a rule, where it stands at one gateway for one host. */
interface Place {
  /** What two rules have in common that take the same requests. */
  readonly key: string;
  readonly routes: Routes;
  readonly gateway: string;
  readonly host: string;
  /** What the rule does. */
  readonly action: string;
  readonly path: string;
}

/** What takes every request, which another check tells of. */
const everything: readonly unknown[] = [{}, { uri: { prefix: "/" } }].map(matchKey);

/** Text that two matches share which take the same requests at their gateways. */
const keyOf = ({ gateways: _, ...match }: VirtualServiceHttpMatch): string | undefined =>
  matchKey(match);

function* ofRule(
  rule: VirtualServiceHttp,
  i: number,
  namespace: string,
  gateway: string,
): Iterable<Pick<Place, "key" | "action" | "path">> {
  const { match = [], name: _, ...rest } = rule;
  const action = JSON.stringify(rest);
  for (const [j, one] of match.entries()) {
    const { gateways = [] } = one;
    const key = keyOf(one);
    const isHere =
      gateways.length === 0 || gateways.some((own) => gatewayName(own, namespace) === gateway);
    if (isHere && key !== undefined && !everything.includes(key)) {
      yield { key, action, path: `spec.http[${i}].match[${j}]` };
    }
  }
}

/** Each match of a VirtualService, at each of its gateways and for each of its hosts. */
function placesOf(routes: Routes): Place[] {
  const { gateways, hosts, source, isDelegate } = routes;
  const own = isDelegate ? [] : gateways.filter((name) => name !== meshGateway);
  return own.flatMap((gateway) =>
    hosts.flatMap((host) =>
      (source.spec.http ?? []).flatMap((rule, i) =>
        [...ofRule(rule, i, source.id.namespace, gateway)].map((one) => ({
          ...one,
          routes,
          gateway,
          host,
          key: `${gateway} ${host} ${one.key}`,
        })),
      ),
    ),
  );
}

const allPlaces = (mesh: Mesh): ReadonlyMap<string, readonly Place[]> =>
  grouped(
    mesh.routes.flatMap((routes) => known(() => placesOf(routes)) ?? []),
    ({ key }) => key,
  );

const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com"]
`;
const routes = (name: string, path: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: songs}
spec:
  hosts: [songs.example.com]
  gateways: [edge/public]
  http:
  - match:
    - uri: {prefix: /${path}
    route: [{destination: {host: ${name}}}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: songs}
spec: {ports: [{port: 80, name: http}]}
`;

/** Rules of two VirtualServices for the same requests at a gateway. */
export const gatewayRivalRoutes = check({
  id: "gateway-rival-routes",
  code: "MESH0159",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "Two VirtualServices at one gateway have a rule for the same requests of a host.",
  why: "Rules of one host are joined, those of the older VirtualService first: the other rule is never followed, and which one that is changes when an object is made anew.",
  fix: "Let the matches differ, or write both destinations with weights into one rule.",
  url: "https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services",
  fires: `${gateway}${routes("charts", "top} # found")}${routes("polls", "top} # found")}`,
  silent: `${gateway}${routes("charts", "top}")}${routes("polls", "vote}")}`,
  *run({ id }, mesh): Iterable<Verdict> {
    const told = new Set<string>();
    for (const { key, host, gateway, action, path } of placesOf(mesh.routesOf(id))) {
      const other = (mesh.fact(allPlaces).get(key) ?? []).find(
        (one) =>
          one.action !== action &&
          (one.routes.source.id.name !== id.name ||
            one.routes.source.id.namespace !== id.namespace),
      );
      if (other !== undefined && !told.has(path)) {
        told.add(path);
        const rival = other.routes.source.id;
        yield {
          path,
          message: `${objectWords(rival)} has a rule for the same requests of ${quoted(host)} at ${gateway}; the older of both is followed`,
          related: [rival],
        };
      }
    }
  },
});
