import { check } from "../check";
import { each } from "../each";
import { gatewayProblems } from "../gateway-reference";
import { Kind } from "../kinds";
import { canaryGateways, canaryHostsOf, isIstiosCanary } from "../model/canaries";

const objects = (gateway: string): string => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: seats, namespace: rail}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: seats}
  service:
    port: 80
    hosts: [seats.example.com]
    gateways:
    - ${gateway}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com"]
`;

/** A Canary for a gateway that is not there. */
export const canaryGateway = check({
  id: "canary-gateway",
  code: "MESH0420",
  aliases: [],
  level: "error",
  kinds: [Kind.Canary],
  summary: "A Canary names a Gateway that does not exist.",
  why: "No gateway takes the VirtualService that Flagger makes: requests from outside are answered with 404.",
  fix: "Name a Gateway of the own namespace, or one elsewhere as `namespace/name`.",
  url: "https://docs.flagger.app/faq#istio-ingress-gateway",
  fires: objects("edge/publik # found"),
  silent: objects("edge/public"),
  *run(canary, mesh) {
    const written = isIstiosCanary(canary) ? canaryGateways(canary) : [];
    yield* each(written.entries(), ([i, one]) =>
      gatewayProblems(mesh, {
        path: `spec.service.gateways[${i}]`,
        written: one,
        namespace: canary.id.namespace,
        hosts: canaryHostsOf(canary),
        kind: Kind.Canary,
      }),
    );
  },
});
