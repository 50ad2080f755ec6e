import { check, type Verdict } from "../check";
import { fields, number } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { IstioGateway } from "../model/gateways";
import type { Host } from "../model/services";

/** Annotations by which a load balancer is told to end TLS, and those that say that it does not. */
const certificateAnnotations = [
  "service.beta.kubernetes.io/aws-load-balancer-ssl-cert",
  "service.beta.kubernetes.io/do-loadbalancer-certificate-id",
  "service.beta.kubernetes.io/oci-load-balancer-tls-secret",
];

/** Services of type LoadBalancer before a gateway whose load balancer ends TLS. */
const endingTls = (mesh: Mesh, { workloads }: IstioGateway): Host[] =>
  [...new Set(workloads.map(({ namespace }) => namespace))]
    .flatMap((namespace) => mesh.hosts.servicesIn(namespace))
    .filter(
      (host) =>
        fields(host.source.object.spec).type === "LoadBalancer" &&
        certificateAnnotations.some((name) => host.source.annotations[name]) &&
        mesh.podsOf(host).some((pod) => workloads.includes(pod)),
    );

const httpsPort = 443;

/** Whether what the load balancer takes as HTTPS comes in at the same port as plain HTTP. */
function comesInPlain(host: Host, port: number): boolean {
  const targets = (own: number) =>
    host.ports.filter((one) => one.port === own).map(({ targetPort }) => targetPort);
  const [https] = targets(httpsPort);
  return https !== undefined && (https === port || targets(port).includes(https));
}

const service = (target: number) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ingress, namespace: edge}
spec:
  selector: {matchLabels: {istio: ingress}}
  template:
    metadata: {labels: {istio: ingress}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata:
  name: ingress
  namespace: edge
  annotations: {service.beta.kubernetes.io/aws-load-balancer-ssl-cert: "arn:aws:acm:eu-west-1:1:certificate/a"}
spec:
  type: LoadBalancer
  selector: {istio: ingress}
  ports: [{port: 80, targetPort: 8080, name: http2}, {port: 443, targetPort: ${target}, name: https}]
`;

/** A redirect to HTTPS behind a load balancer that has ended TLS. */
export const httpsRedirectBehindTls = check({
  id: "https-redirect-behind-tls",
  code: "MESH0117",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "A Gateway leads plain HTTP to HTTPS, and the load balancer before it ends TLS.",
  why: "What clients send as HTTPS reaches the gateway as plain HTTP, and is led to HTTPS again, without end.",
  fix: "Let the load balancer do the redirect and take httpsRedirect out, or let it pass TLS on to an HTTPS server of the gateway.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/",
  fires: `${service(8080)}---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingress}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com"]
    tls:
      httpsRedirect: true # found
`,
  silent: `${service(8443)}---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingress}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com"]
    tls:
      httpsRedirect: true
`,
  *run({ id, spec }, mesh): Iterable<Verdict> {
    const topology = fields(fields(mesh.config.all.defaultConfig).gatewayTopology);
    const trusted = number(topology.numTrustedProxies) ?? 0;
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    if (gateway === undefined || trusted > 0) {
      return;
    }
    for (const [i, { port, tls }] of (spec.servers ?? []).entries()) {
      const services = tls?.httpsRedirect ? endingTls(mesh, gateway) : [];
      const [looping] = services.filter((host) => comesInPlain(host, port.number));
      if (looping !== undefined) {
        yield {
          path: `spec.servers[${i}].tls.httpsRedirect`,
          message: `the load balancer of ${objectWords(looping.source.id)} ends TLS and sends port ${httpsPort} to where port ${port.number} comes in too, so HTTPS is led to HTTPS again`,
          related: [looping.source.id],
        };
      }
    }
  },
});
