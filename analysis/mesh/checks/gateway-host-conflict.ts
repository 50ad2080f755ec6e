import type { VirtualServiceHttp } from "../../../schemas/kinds/networking/virtual-service";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { meshGateway, type Routes } from "../model/virtual-services";
import { listed, named, quoted } from "../words";

/** Whether a rule takes every request of its host. */
const takesAll = ({ match = [] }: VirtualServiceHttp): boolean =>
  match.length === 0 ||
  match.some(
    ({ uri, name: _, statPrefix: __, ignoreUriCase: ___, ...more }) =>
      (uri === undefined || uri.prefix === "/") && Object.keys(more).length === 0,
  );

const hasAll = ({ source }: Routes): boolean => (source.spec.http ?? []).some(takesAll);

/** Two VirtualServices for one host at one gateway, of which both take all requests. */
export const gatewayHostConflict = check({
  id: "gateway-host-conflict",
  code: "KIA1106",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "Two VirtualServices are for the same host at the same gateway.",
  why: "istiod joins their rules in an order that is not promised. Where both take all requests, what stands behind the first of them is never met.",
  fix: "Put the rules into one VirtualService, or let one of them alone have a rule for all other requests.",
  url: "https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: portal, namespace: web}
spec:
  hosts:
  - portal.example.com # found
  gateways: [edge/public]
  http: [{route: [{destination: {host: portal, port: {number: 3000}}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: docs, namespace: docs}
spec:
  hosts:
  - portal.example.com # found
  gateways: [edge/public]
  http:
  - match: [{uri: {prefix: /docs}}]
    route: [{destination: {host: docs, port: {number: 4000}}}]
  - match: [{uri: {prefix: /}}]
    route: [{destination: {host: docs-home, port: {number: 4000}}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: portal, namespace: web}
spec:
  hosts: [portal.example.com]
  gateways: [edge/public]
  http: [{route: [{destination: {host: portal, port: {number: 3000}}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: docs, namespace: docs}
spec:
  hosts: [portal.example.com]
  gateways: [edge/public]
  http:
  - match: [{uri: {prefix: /docs}}]
    route: [{destination: {host: docs, port: {number: 4000}}}]
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    const gateways = routes.gateways.filter((name) => name !== meshGateway);
    yield* each(routes.hosts.entries(), function* ([i, host]): Iterable<Verdict> {
      const shared = gateways.flatMap((gateway) =>
        mesh.routeIndex
          .at(host, gateway)
          .filter((other) => other !== routes && other.source.spec.http?.length)
          .map((other) => ({ gateway, other })),
      );
      if (shared.length === 0 || !routes.source.spec.http?.length) {
        return;
      }
      const clash = hasAll(routes) ? shared.filter(({ other }) => hasAll(other)) : [];
      const told = clash.length > 0 ? clash : shared;
      const ids = told.map(({ other }) => other.source.id);
      const at = listed(new Set(told.map(({ gateway }) => gateway)));
      yield {
        path: `spec.hosts[${i}]`,
        message: `${quoted(host)} has rules in ${named(ids)} too, at gateway ${at}; ${
          clash.length > 0
            ? "both take all requests, so the rules of one are not met"
            : "they are joined in an order that is not promised"
        }`,
        related: ids,
        ...(clash.length === 0 && { level: "info" }),
      };
    });
  },
});
