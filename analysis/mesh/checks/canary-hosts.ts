import { hostsOverlap } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { canaryGateways, canaryHostsOf, isIstiosCanary } from "../model/canaries";
import { serverHost } from "../model/gateways";
import { gatewayName, meshGateway } from "../model/virtual-services";
import { listed, quoted } from "../words";

const objects = (more: string): string => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: seats, namespace: rail}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: seats}
  service:
    port: 80${more}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: seats, namespace: rail}
spec:
  template:
    metadata: {labels: {app: seats}}
    spec: {containers: [{name: seats, ports: [{containerPort: 80}]}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: rail}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com"]
`;

/** A Canary for a gateway that takes none of its hosts. */
export const canaryHosts = check({
  id: "canary-hosts",
  code: "MESH0164",
  aliases: [],
  level: "warning",
  kinds: [Kind.Canary],
  summary: "A Canary names a gateway, and no host that the gateway takes.",
  why: "Flagger's VirtualService is for the hosts of the Canary and for the name of its Service: requests from outside are for none of them and get 404.",
  fix: "Write the host that clients call under `service.hosts`.",
  url: "https://docs.flagger.app/faq#istio-ingress-gateway",
  fires: objects(`
    gateways:
    - public # found`),
  silent: objects(`
    gateways: [public, mesh]
    hosts: [seats.example.com]`),
  *run(canary, mesh): Iterable<Verdict> {
    const { namespace } = canary.id;
    if (!isIstiosCanary(canary)) {
      return;
    }
    const own = canaryHostsOf(canary);
    yield* each(canaryGateways(canary).entries(), function* ([i, written]) {
      const gateway = gatewayName(written, namespace);
      const taken =
        gateway === meshGateway
          ? undefined
          : mesh.gateway(gateway)?.source.spec.servers?.flatMap((server) => server.hosts);
      const isTaken = (taken ?? []).some((host) =>
        own.some((one) => hostsOverlap(serverHost(host), one)),
      );
      const isOpen = own.length === 1 && (taken ?? []).includes("*");
      if (taken !== undefined && (!isTaken || isOpen)) {
        yield {
          path: `spec.service.gateways[${i}]`,
          message: `Gateway ${gateway} takes ${listed(taken.map(quoted))}, and the Canary is for ${listed(own.map(quoted))}`,
          related: mesh.gateway(gateway)?.source.id
            ? [mesh.gateway(gateway)?.source.id as never]
            : [],
        };
      }
    });
  },
});
