import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import { quoted } from "../words";

const ruleOf = (path: string): string => path.slice(0, path.lastIndexOf(".route["));

/** One destination twice in a route. */
export const repeatedDestination = check({
  id: "repeated-destination",
  code: "KIA1105",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A route has the same host and subset twice.",
  why: "Its weights add up, so a split that seems to be there is none.",
  fix: "Correct the subset of one of them, or join them.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: catalog, namespace: library}
spec:
  hosts: [catalog]
  http:
  - route:
    - destination: {host: catalog}
      weight: 80
    - weight: 20
      destination:
        host: catalog.library.svc.cluster.local # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: catalog, namespace: library}
spec:
  hosts: [catalog]
  http:
  - route:
    - destination: {host: catalog}
      weight: 80
    - destination: {host: catalog, port: {number: 8081}}
      weight: 20
`,
  *run({ id }, mesh) {
    const rules = grouped(
      mesh.routesOf(id).destinations.filter(({ mirror }) => !mirror),
      ({ path }) => ruleOf(path),
    );
    yield* each(rules.values(), function* (destinations): Iterable<Verdict> {
      const seen = new Set<string>();
      for (const { host, subset, port, path, written } of destinations) {
        const key = `${host} ${subset} ${port}`;
        if (seen.has(key)) {
          yield {
            path: `${path}.host`,
            message: `${quoted(written)}${subset === undefined ? "" : ` with subset ${quoted(subset)}`} is a destination of this route already`,
          };
        }
        seen.add(key);
      }
    });
  },
});
