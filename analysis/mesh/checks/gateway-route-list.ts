import { hostsOverlap } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { type Server, serverHost, serversOf } from "../model/gateways";
import { routesOfServer, serverWords } from "../model/server-routes";
import { meshGateway, type Routes } from "../model/virtual-services";
import { listed } from "../words";

const lists = ["http", "tls", "tcp"] as const;

const takesHostOf =
  ({ hosts }: Routes) =>
  ({ server }: Server): boolean =>
    server.hosts.some((entry) => hosts.some((host) => hostsOverlap(serverHost(entry), host)));

function* judge(mesh: Mesh, routes: Routes, gateway: string): Iterable<Verdict> {
  const found = gateway === meshGateway ? undefined : mesh.gateway(gateway);
  const own = lists.filter((one) => (routes.source.spec[one] ?? []).length > 0);
  const servers = found ? serversOf(found).filter(takesHostOf(routes)) : [];
  const taken = servers.map(({ server }) => routesOfServer(server));
  if (
    !found ||
    own.length === 0 ||
    taken.length === 0 ||
    taken.some((one) => one === undefined || own.includes(one))
  ) {
    return;
  }
  const wanted = servers.map(
    ({ server }, i) => `${serverWords(server)} takes routes of spec.${taken[i]}`,
  );
  yield {
    path: `spec.${own[0]}`,
    message: `Gateway ${gateway} uses none of these routes: its ${listed(wanted)}, and the VirtualService has ${own.map((one) => `spec.${one}`).join(" and ")} only`,
    related: [found.source.id],
  };
}

/** Routes of a kind for which none of the gateway's servers has a use. */
export const gatewayRouteList = check({
  id: "gateway-route-list",
  code: "MESH0315",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService has routes of another kind than the servers of its Gateway take.",
  why: "A server with HTTP, or with HTTPS that it ends, takes `http` routes; one that passes TLS through takes `tls`; one with TCP, or with other TLS that it ends, takes `tcp`. With none of its kind it answers 404 or closes the connection.",
  fix: "Write the routes in the list that the server takes, or change the server's protocol or TLS mode.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: files, namespace: archive}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 8443, name: tls, protocol: TLS}
    hosts: [files.example.org]
    tls: {mode: PASSTHROUGH}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: files, namespace: archive}
spec:
  hosts: [files.example.org]
  gateways: [files]
  http:
  - route: # found
    - destination: {host: files, port: {number: 443}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ledger, namespace: archive}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 5432, name: tls-postgres, protocol: TLS}
    hosts: [ledger.example.org]
    tls: {mode: SIMPLE, credentialName: ledger}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: archive}
spec:
  hosts: [ledger.example.org]
  gateways: [ledger]
  tls:
  - match: # found
    - {port: 5432, sniHosts: [ledger.example.org]}
    route: [{destination: {host: ledger}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: files, namespace: archive}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: [files.example.org]
    tls: {httpsRedirect: true}
  - port: {number: 8443, name: tls, protocol: HTTPS}
    hosts: ["archive/*.example.org"]
    tls: {mode: PASSTHROUGH}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: files, namespace: archive}
spec:
  hosts: [files.example.org]
  gateways: [files]
  tls:
  - match: [{port: 8443, sniHosts: [files.example.org]}]
    route: [{destination: {host: files, port: {number: 443}}}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ledger, namespace: archive}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 5432, name: tls-postgres, protocol: TLS}
    hosts: [ledger.example.org]
    tls: {mode: SIMPLE, credentialName: ledger}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: archive}
spec:
  hosts: [ledger.example.org]
  gateways: [ledger]
  tcp: [{route: [{destination: {host: ledger}}]}]
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    yield* each(new Set(routes.gateways), (gateway) => judge(mesh, routes, gateway));
  },
});
