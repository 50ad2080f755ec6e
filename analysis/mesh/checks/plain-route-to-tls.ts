import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { backendsOf, parentsOf, type RouteBackend, type RouteParent } from "../model/api-routes";
import { hasBackendTls } from "../model/backend-tls";
import { clientTlsOf } from "../model/client-tls";
import { isClassOfIstio } from "../model/gateway-classes";
import { isEncrypted } from "../model/protocol";
import { rulesCovering } from "../rules-covering";
import { quoted } from "../words";

/** Whether a parent of a route may be a Gateway of Istio: those of others may go by what the port is said to be. */
const mayBeIstios = (mesh: Mesh, { kind, namespace, name }: RouteParent): boolean => {
  const gateway = kind === Kind.ApiGateway && mesh.set.find(Kind.ApiGateway, namespace, name);
  return kind !== Kind.Service && (!gateway || isClassOfIstio(mesh, gateway.spec.gatewayClassName));
};

function* judge(backend: RouteBackend, mesh: Mesh): Iterable<Verdict> {
  const { kind, name, namespace, port, path } = backend;
  const host = mesh.fullName(name, namespace);
  const ports = mesh.hosts
    .named(host)
    .flatMap((one) => one.ports)
    .filter((own) => own.port === port);
  const [first] = ports;
  if (kind !== Kind.Service || first === undefined || !isEncrypted(first.protocol)) {
    return;
  }
  const speaksTls = rulesCovering(mesh, host)
    .flatMap(clientTlsOf)
    .some(({ tls, port: own }) => tls.mode !== "DISABLE" && (own === undefined || own === port));
  if (!speaksTls && !hasBackendTls(mesh, { kind: "Service", namespace, name })) {
    yield {
      path: `${path}.port`,
      message: `port ${port} of ${quoted(host)} is ${first.protocol}, and the gateway speaks plain HTTP to it: no BackendTLSPolicy and no DestinationRule turns TLS on`,
      related: mesh.hosts.named(host).map(({ source }) => source.id),
    };
  }
}

const objects = (more: string, mark = ""): string => `apiVersion: v1
kind: Service
metadata: {name: archive, namespace: press}
spec: {ports: [{port: 443, name: https}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: archive, namespace: press}
spec:
  parentRefs: [{name: door, namespace: front}]
  rules:
  - backendRefs:
    - name: archive
      port: 443${mark}
${more}`;

/** A route of the Gateway API that sends plain HTTP to a server with TLS. */
export const plainRouteToTls = check({
  id: "plain-route-to-tls",
  code: "MESH0351",
  aliases: [],
  level: "warning",
  kinds: [Kind.HttpRoute],
  summary: "An HTTPRoute leads to a port for HTTPS or TLS, and no policy turns TLS on.",
  why: "Gateways speak plain HTTP to backends by themselves: the server refuses what is no TLS.",
  fix: "Add a BackendTLSPolicy for the Service, or a DestinationRule with a TLS mode.",
  url: "https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/",
  fires: objects("", " # found"),
  silent: objects(`---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: archive, namespace: press}
spec:
  targetRefs: [{group: "", kind: Service, name: archive}]
  validation: {hostname: archive.press.example.com, wellKnownCACertificates: System}
`),
  *run(route, mesh) {
    const isAtGateway = parentsOf(route).some((parent) => mayBeIstios(mesh, parent));
    const backends = backendsOf(route).flat();
    yield* each(isAtGateway ? backends : [], (backend) => judge(backend, mesh));
  },
});
