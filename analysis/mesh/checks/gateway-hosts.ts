import { coversHost, hostsOverlap } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { IstioGateway } from "../model/gateways";
import { meshGateway } from "../model/virtual-services";
import { listed, quoted } from "../words";

/** Hosts that a gateway takes for the routes of a namespace. */
function hostsFor({ source }: IstioGateway, namespace: string): string[] {
  return (source.spec.servers ?? [])
    .flatMap(({ hosts }) => hosts)
    .flatMap((entry) => {
      const [host = "", place = "*"] = entry.split("/").reverse();
      const own = place === "." ? source.id.namespace : place;
      return own === "*" || own === namespace ? [host] : [];
    });
}

interface Binding {
  path: string;
  gateway: string;
  namespace: string;
  hosts: readonly string[];
}

function* judge(mesh: Mesh, { path, gateway, namespace, hosts }: Binding): Iterable<Verdict> {
  const found = gateway === meshGateway ? undefined : mesh.gateway(gateway);
  if (found === undefined) {
    return;
  }
  const served = hostsFor(found, namespace);
  if (!served.some((one) => hosts.some((host) => hostsOverlap(one, host)))) {
    const all = (found.source.spec.servers ?? []).flatMap((server) => server.hosts);
    yield {
      path,
      message: `Gateway ${gateway} takes ${all.length === 0 ? "no host" : listed(new Set(all.map(quoted)))}, and the VirtualService of namespace ${namespace} is for ${listed(hosts.map(quoted))}: they have none in common`,
      related: [found.source.id],
    };
  }
}

/** A host that none of the gateways takes; nothing as long as one of them is not declared here. */
function unserved(
  mesh: Mesh,
  gateways: readonly string[],
  namespace: string,
): (host: string) => boolean {
  const known = gateways.map((gateway) =>
    gateway === meshGateway ? undefined : mesh.gateway(gateway),
  );
  const served = known.flatMap((gateway) => (gateway ? hostsFor(gateway, namespace) : ["*"]));
  return (host) => !served.some((one) => coversHost(one, host) || coversHost(host, one));
}

/** A VirtualService for hosts that its gateway does not take. */
export const gatewayHosts = check({
  id: "gateway-hosts",
  code: "IST0132",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService is for a host that its Gateway does not take.",
  why: "The gateway has no routes for the host: requests are answered with 404, or no port listens at all.",
  fix: "Add the host to a server of the Gateway, or correct it under `hosts`.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0132/",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com", "ops/status.internal.test"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: sales}
spec:
  hosts: [orders.example.org]
  gateways:
  - edge/public # found
  http: [{route: [{destination: {host: orders, port: {number: 7070}}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: quotes, namespace: sales}
spec:
  hosts:
  - quotes.example.com
  - status.internal.test # found
  gateways: [edge/public]
  http: [{route: [{destination: {host: quotes, port: {number: 7071}}}]}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com", "ops/status.internal.test"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: ops}
spec:
  hosts: [orders.example.com, status.internal.test]
  gateways: [edge/public]
  http: [{route: [{destination: {host: orders, port: {number: 7070}}}]}]
`,
  *run({ id }, mesh) {
    const { hosts, gateways } = mesh.routesOf(id);
    const { namespace } = id;
    const found: Verdict[] = [
      ...each(gateways.entries(), ([i, gateway]) =>
        judge(mesh, { path: `spec.gateways[${i}]`, gateway, namespace, hosts }),
      ),
    ];
    yield* found;
    if (found.length > 0) {
      return;
    }
    const isUnserved = unserved(mesh, gateways, namespace);
    for (const [i, host] of hosts.entries()) {
      if (isUnserved(host)) {
        yield {
          path: `spec.hosts[${i}]`,
          message: `no server of ${listed(gateways)} takes ${quoted(host)} for routes of namespace ${namespace}`,
        };
      }
    }
  },
});
