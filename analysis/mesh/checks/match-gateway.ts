import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { gatewayName } from "../model/virtual-services";
import { listed, quoted } from "../words";

/** A match for a gateway that the VirtualService is not for. */
export const matchGateway = check({
  id: "match-gateway",
  code: "MESH0104",
  aliases: ["KIA1102"],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A match is for a gateway that the VirtualService is not for.",
  why: "The rule is given to none of the gateways that the VirtualService is for, so no request meets it.",
  fix: "Add the gateway (or `mesh`) to `spec.gateways`, or take it out of the match.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: search, namespace: catalog}
spec:
  hosts: [search.example.com]
  gateways: [edge/public]
  http:
  - match:
    - gateways:
      - mesh # found
    route: [{destination: {host: search-next, port: {number: 9200}}}]
  - route: [{destination: {host: search, port: {number: 9200}}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: search, namespace: catalog}
spec:
  hosts: [search.example.com]
  gateways: [edge/public, mesh]
  http:
  - match:
    - gateways: [mesh]
    route: [{destination: {host: search-next, port: {number: 9200}}}]
  - route: [{destination: {host: search, port: {number: 9200}}}]
`,
  *run({ id, spec }, mesh) {
    const routes = mesh.routesOf(id);
    if (routes.isDelegate) {
      return;
    }
    const { http = [], tls = [], tcp = [] } = spec;
    for (const [kind, rules] of Object.entries({ http, tls, tcp })) {
      yield* each(rules.entries(), function* ([i, { match = [] }]): Iterable<Verdict> {
        for (const [j, { gateways = [] }] of match.entries()) {
          for (const [k, written] of gateways.entries()) {
            if (!routes.gateways.includes(gatewayName(written, id.namespace))) {
              yield {
                path: `spec.${kind}[${i}].match[${j}].gateways[${k}]`,
                message: `${quoted(written)} is none of the gateways that the VirtualService is for: ${listed(routes.gateways)}`,
              };
            }
          }
        }
      });
    }
  },
});
