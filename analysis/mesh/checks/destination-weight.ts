import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";

const everything = 100;

/** A single destination with a part of the requests. */
export const destinationWeight = check({
  id: "destination-weight",
  code: "KIA1104",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "The only destination of a route has a weight below 100.",
  why: "It gets all requests, whatever its weight is: weights are shares of those that a route has.",
  fix: "Take the weight out, or add the destination that is to get the rest.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: recommend, namespace: store}
spec:
  hosts: [recommend]
  http:
  - route:
    - destination: {host: recommend-next}
      weight: 5 # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: recommend, namespace: store}
spec:
  hosts: [recommend]
  http:
  - route:
    - destination: {host: recommend-next}
      weight: 5
    - destination: {host: recommend}
      weight: 95
`,
  *run({ spec }) {
    const { http = [], tls = [], tcp = [] } = spec;
    for (const [kind, rules] of Object.entries({ http, tls, tcp })) {
      yield* each(rules.entries(), function* ([i, { route = [] }]): Iterable<Verdict> {
        const [{ weight = 0 } = {}, ...others] = route;
        if (others.length === 0 && weight > 0 && weight < everything) {
          const path = `spec.${kind}[${i}].route[0].weight`;
          yield {
            path,
            message: `${weight}: it is the only destination of the route, and gets all requests`,
            fix: { path, value: undefined },
          };
        }
      });
    }
  },
});
