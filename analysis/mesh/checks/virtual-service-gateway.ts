import { check } from "../check";
import { each } from "../each";
import { gatewayProblems } from "../gateway-reference";
import { Kind } from "../kinds";
import { meshGateway } from "../model/virtual-services";

/** A VirtualService for a gateway that is not there. */
export const virtualServiceGateway = check({
  id: "virtual-service-gateway",
  code: "IST0101",
  aliases: ["KIA1102"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService is for a Gateway that does not exist.",
  why: "No gateway takes the routes: requests from outside are answered with 404.",
  fix: "Name a Gateway of the own namespace, or one elsewhere as `namespace/name`.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: bookings, namespace: travel}
spec: {ports: [{port: 8085, name: http}], selector: {app: bookings}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bookings, namespace: travel}
spec:
  hosts: [bookings.example.com]
  gateways:
  - public # found
  - edge/publik # found
  http:
  - route:
    - destination: {host: bookings}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bookings, namespace: travel}
spec:
  hosts: [bookings.example.com]
  gateways: [edge/public, platform/private, mesh]
  http:
  - route:
    - destination: {host: bookings}
`,
  *run({ id, spec }, mesh) {
    const { gateways = [], hosts = [] } = spec;
    const references = [...gateways.keys()];
    yield* each(references, (i) =>
      gatewayProblems(mesh, {
        path: `spec.gateways[${i}]`,
        written: gateways[i] ?? meshGateway,
        namespace: id.namespace,
        hosts,
        kind: Kind.VirtualService,
      }),
    );
  },
});
