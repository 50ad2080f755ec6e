import type { HTTPRouteRuleMatch, HTTPRouteSpec } from "../../../schemas/kinds/gateway/http-route";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { known } from "../not-judged";
import { takingListeners } from "../route-attachment";
import { quoted } from "../words";

type Route = Declared<HTTPRouteSpec>;

interface Place {
  readonly key: string;
  readonly route: Route;
  readonly hostname: string;
  /** Path of the rule or the match in the route. */
  readonly path: string;
}

/** What a match asks for, its defaults written out: alike texts are alike matches. */
const wordsOf = ({ path, headers = [], queryParams = [], method }: HTTPRouteRuleMatch): string => {
  const pairs = (all: readonly { name: string; type?: string; value: string }[]) =>
    all.map(({ name, type = "Exact", value }) => [name, type, value]).sort();
  const named = headers.map((header) => ({ ...header, name: header.name.toLowerCase() }));
  const { type = "PathPrefix", value = "/" } = path ?? {};
  return JSON.stringify([type, value, pairs(named), pairs(queryParams), method ?? ""]);
};

/** Where each match of a route stands: at each of its listeners, for each of its hostnames. */
function placesOf(route: Route, mesh: Mesh): Place[] {
  const { hostnames = ["*"], rules = [] } = route.spec;
  const listeners = takingListeners(mesh, route) ?? [];
  return listeners.flatMap(({ owner, listener, path: own }) =>
    hostnames.flatMap((hostname) =>
      rules.flatMap(({ matches = [{}] }, i) =>
        matches.map((match, j) => ({
          key: [objectWords(owner.id), own, listener.hostname, hostname, wordsOf(match)].join("|"),
          route,
          hostname,
          path:
            rules[i]?.matches === undefined ? `spec.rules[${i}]` : `spec.rules[${i}].matches[${j}]`,
        })),
      ),
    ),
  );
}

const takenPlaces = (mesh: Mesh): ReadonlyMap<string, readonly Place[]> =>
  grouped(
    mesh.set.accepted(Kind.HttpRoute).flatMap((route) => known(() => placesOf(route, mesh)) ?? []),
    ({ key }) => key,
  );

const routes = (path: string): string =>
  ["today", "tomorrow"]
    .map(
      (name, i) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: ${name}, namespace: cinema}
spec:
  parentRefs: [{name: door}]
  hostnames: [cinema.example.com]
  rules:
  - matches:
    - path: {type: PathPrefix, value: ${i === 0 ? "/films" : path}
    backendRefs: [{name: ${name}, port: 80}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: cinema}
spec: {ports: [{port: 80, name: http}]}
`,
    )
    .join("---\n");

const gateway = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: cinema}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
`;

/** Two routes for the same requests. */
export const routeTaken = check({
  id: "route-taken",
  code: "MESH0354",
  aliases: [],
  level: "warning",
  kinds: [Kind.HttpRoute],
  summary: "Two HTTPRoutes at one listener are for the same requests.",
  why: "The older route takes all of them, and the other none, whatever backends and filters it has.",
  fix: "Let the matches or the hostnames differ, or make one rule with both backends.",
  url: "https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule",
  fires: `${routes("/films} # found").replace("value: /films\n", "value: /films} # found\n")}${gateway}`,
  silent: `${routes("/films/soon}").replace("value: /films\n", "value: /films}\n")}${gateway}`,
  *run(route, mesh): Iterable<Verdict> {
    const told = new Set<string>();
    for (const { key, hostname, path } of placesOf(route, mesh)) {
      const other = (mesh.fact(takenPlaces).get(key) ?? []).find((one) => one.route !== route);
      if (other !== undefined && !told.has(path)) {
        told.add(path);
        yield {
          path,
          message: `${objectWords(other.route.id)} is for the same requests of ${quoted(hostname)}; the older of both takes them`,
          related: [other.route.id],
        };
      }
    }
  },
});
