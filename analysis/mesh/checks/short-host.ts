import { check, type Verdict } from "../check";
import { each } from "../each";
import { meantService } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { meshGateway } from "../model/virtual-services";
import { quoted } from "../words";

interface Name {
  path: string;
  host: string;
}

function* judge(mesh: Mesh, { path, host }: Name): Iterable<Verdict> {
  const full = meantService(mesh, host);
  if (full !== undefined) {
    yield {
      path,
      message: `${quoted(host)} is read as the name of a host outside, not as the Service: write ${quoted(full)}`,
      related: mesh.hosts.named(full).map(({ source }) => source.id),
      fix: { path, value: full },
    };
  }
}

const why =
  "Only names without a dot are completed with a namespace and the domain of the cluster. With one dot the name is that of a host outside, which nothing declares: a route to it is answered with 503, and rules for it are never followed.";
const fix =
  "Write the full name, `service.namespace.svc.cluster.local`, or the name of the Service alone in its own namespace.";
const url = "https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination";

const service = `apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: books}
spec: {ports: [{port: 8443, name: grpc}], selector: {app: ledger}}
`;

/** A route to `service.namespace`, which Istio reads as a host outside. */
export const shortDestination = check({
  id: "short-destination",
  code: "MESH0101",
  aliases: ["KIA1101"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route names a Service with its namespace only, which Istio does not complete.",
  why,
  fix,
  url,
  fires: `${service}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: audit, namespace: tools}
spec:
  hosts: [audit.example.com]
  gateways: [edge/public]
  http:
  - route:
    - destination:
        host: ledger.books # found
`,
  silent: `${service}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: audit, namespace: tools}
spec:
  hosts: [audit.example.com]
  gateways: [edge/public]
  http:
  - route:
    - destination:
        host: ledger.books.svc.cluster.local
        port: {number: 8443}
`,
  *run({ id }, mesh) {
    yield* each(mesh.routesOf(id).destinations, ({ path, host }) =>
      judge(mesh, { path: `${path}.host`, host }),
    );
  },
});

/** Rules for `service.namespace`, which nobody is asked by in the mesh. */
export const shortRuleHost = check({
  id: "short-rule-host",
  code: "MESH0102",
  aliases: ["KIA0202"],
  level: "warning",
  kinds: [Kind.VirtualService, Kind.DestinationRule],
  summary: "Rules are for a Service named with its namespace only, which Istio does not complete.",
  why,
  fix,
  url,
  fires: `${service}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger, namespace: tools}
spec:
  host: ledger.books # found
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 40}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: tools}
spec:
  hosts:
  - ledger.books.svc # found
  http:
  - timeout: 3s
    route:
    - destination: {host: ledger.books.svc.cluster.local}
`,
  silent: `${service}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger, namespace: tools}
spec:
  host: ledger.books.svc.cluster.local
  trafficPolicy: {connectionPool: {tcp: {maxConnections: 40}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger]
  http:
  - timeout: 3s
    route:
    - destination: {host: ledger}
`,
  *run({ id, spec }, mesh) {
    if ("host" in spec) {
      yield* judge(mesh, { path: "spec.host", host: spec.host });
      return;
    }
    const { hosts, gateways } = mesh.routesOf(id);
    if (gateways.includes(meshGateway)) {
      // Without the Service it may as well be a host outside: many a namespace is called as a top-level domain.
      const isService = ({ host }: Name) =>
        mesh.hosts.named(meantService(mesh, host) ?? "").length > 0;
      const names = [...hosts.entries()].map(([i, host]) => ({ path: `spec.hosts[${i}]`, host }));
      yield* each(names, (name) => (isService(name) ? judge(mesh, name) : []));
    }
  },
});
