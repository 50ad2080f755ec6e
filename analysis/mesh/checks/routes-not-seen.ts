import { check } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { seesRequests, undetermined } from "../model/protocol";
import { meshGateway } from "../model/virtual-services";
import { portWords, quoted } from "../words";

/** Rules of the mesh for a protocol that the Service's ports do not have. */
export const routesNotSeen = check({
  id: "routes-not-seen",
  code: "MESH0111",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary:
    "A VirtualService has rules for HTTP, and its Service has no port of it; or the other way round.",
  why: "What a port carries is told by its name or appProtocol. Proxies see no request at a TCP or TLS port, so matches, weights, timeouts and retries of `http` are never followed there.",
  fix: "Name the port after what it carries (`http-…`, `grpc-…`) or set its appProtocol; or write the rules under `tcp` or `tls`.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: quote, namespace: insurance}
spec: {ports: [{port: 9000, name: tcp-quote}], selector: {app: quote}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: quote, namespace: insurance}
spec:
  hosts:
  - quote # found
  http:
  - match: [{headers: {x-user: {exact: tester}}}]
    route: [{destination: {host: quote-next}}]
  - route: [{destination: {host: quote}}]
---
apiVersion: v1
kind: Service
metadata: {name: quote-next, namespace: insurance}
spec: {ports: [{port: 9000, name: tcp-quote}], selector: {app: quote-next}}
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: quote, namespace: insurance}
spec:
  ports: [{port: 9000, name: tcp-quote}, {port: 9001, name: admin, appProtocol: http}]
  selector: {app: quote}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: quote, namespace: insurance}
spec:
  hosts: [quote]
  http:
  - match: [{port: 9001}]
    route: [{destination: {host: quote, port: {number: 9001}}}]
`,
  *run({ id, spec }, mesh) {
    const { hosts, gateways } = mesh.routesOf(id);
    const hasHttp = (spec.http ?? []).length > 0;
    const hasOther = (spec.tcp ?? []).length + (spec.tls ?? []).length > 0;
    if (!gateways.includes(meshGateway) || hasHttp === hasOther) {
      return;
    }
    yield* each(hosts.entries(), function* ([i, host]) {
      const known = mesh.visibleHosts(host, id.namespace);
      const ports = known.flatMap((one) => one.ports);
      const follows = ({ protocol }: { protocol: string }) =>
        protocol === undetermined || seesRequests(protocol) === hasHttp;
      if (ports.length > 0 && !ports.some(follows)) {
        const kinds = new Set(ports.map(({ protocol }) => protocol));
        yield {
          path: `spec.hosts[${i}]`,
          message: `${quoted(host)}: its ports ${portWords(known)} carry ${[...kinds].join(" and ")}, and all rules are for ${hasHttp ? "HTTP" : "TCP or TLS"}`,
          related: known.map(({ source }) => source.id),
        };
      }
    });
  },
});
