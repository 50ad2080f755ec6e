import type { HTTPRouteSpec } from "../../../schemas/kinds/gateway/http-route";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { parentsOf } from "../model/api-routes";
import { isClassOfIstio } from "../model/gateway-classes";
import { tlsHosts } from "../model/tls-hosts";
import { listed, quoted } from "../words";

/** Whether all that a route is attached to is declared, and Istio's. */
const isKnown = (mesh: Mesh, route: Declared<HTTPRouteSpec>): boolean =>
  parentsOf(route).every(({ kind, namespace, name }) => {
    const gateway =
      kind === Kind.ApiGateway ? mesh.set.find(Kind.ApiGateway, namespace, name) : undefined;
    return gateway !== undefined && isClassOfIstio(mesh, gateway.spec.gatewayClassName);
  });

const gateway = (more: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: fair}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP}
  - {name: ${more}
`;
const route = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: fair, namespace: fair}
spec:
  parentRefs: [{name: door, sectionName: http}]
  hostnames: [fair.example.com]
  rules:
  - filters:
    - type: RequestRedirect
      requestRedirect:
        scheme: https`;

/** A redirect to HTTPS for a host that no gateway takes by TLS. */
export const redirectToClosedPort = check({
  id: "redirect-to-closed-port",
  code: "MESH0182",
  aliases: [],
  level: "warning",
  kinds: [Kind.HttpRoute],
  summary: "A route leads requests to HTTPS, and no Gateway takes its hosts by TLS.",
  why: "Nobody answers where clients are led to; and where something before the gateway ends TLS, they come back as plain HTTP and are led there again.",
  fix: "Add a listener for HTTPS with a certificate; or take the redirect out where something before the gateway ends TLS.",
  url: "https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/#http-to-https-redirects",
  fires: `${gateway("more, port: 81, protocol: HTTP}")}${route} # found
`,
  silent: `${gateway("https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: fair}]}}")}${route}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: fair, namespace: fair}
spec: {secretName: fair, dnsNames: [fair.example.com], issuerRef: {name: acme}}
`,
  *run(object, mesh) {
    const { hostnames = ["*"], rules = [] } = object.spec;
    const hosts = mesh.fact(tlsHosts);
    if (!isKnown(mesh, object) || hostnames.some((host) => hosts.takes(host))) {
      return;
    }
    yield* each(rules.entries(), function* ([i, { filters = [] }]): Iterable<Verdict> {
      for (const [j, { requestRedirect }] of filters.entries()) {
        const { scheme, hostname, port } = requestRedirect ?? {};
        if (scheme === "https" && hostname === undefined && port === undefined) {
          yield {
            path: `spec.rules[${i}].filters[${j}].requestRedirect.scheme`,
            message: `no Gateway that is declared takes ${listed(hostnames.map(quoted))} by HTTPS`,
          };
        }
      }
    });
  },
});
