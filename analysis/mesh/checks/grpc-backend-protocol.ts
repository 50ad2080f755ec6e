import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { backendsOf, hostnameBackend, type RouteBackend } from "../model/api-routes";
import { isUpgraded } from "../model/upgrades";
import { quoted } from "../words";

/** Protocols of ports at which a proxy sees bytes alone, or speaks HTTP/1.1. */
const withoutHttp2 = new Set([
  "HTTP",
  "TCP",
  "UDP",
  "Mongo",
  "MONGO",
  "Redis",
  "REDIS",
  "MySQL",
  "MYSQL",
]);

function* judge(
  mesh: Mesh,
  { kind, name, namespace, port, path }: RouteBackend,
): Iterable<Verdict> {
  if (kind !== Kind.Service && kind !== hostnameBackend) {
    return;
  }
  const [host] = mesh.hosts.covering(kind === Kind.Service ? mesh.fullName(name, namespace) : name);
  const found = host?.ports.find((one) => one.port === port);
  if (!host || !found || !withoutHttp2.has(found.protocol)) {
    return;
  }
  if (found.protocol !== "HTTP" || !isUpgraded(mesh, host.host)) {
    yield {
      path: `${path}.port`,
      message: `port ${port}${found.name === undefined ? "" : ` (${found.name})`} of ${quoted(host.host)} is ${found.protocol}: gRPC needs HTTP/2, and proxies speak it only to ports that are said to be grpc or http2`,
      related: [host.source.id],
    };
  }
}

/** A route of gRPC to a port to which no proxy speaks HTTP/2. */
export const grpcBackendProtocol = check({
  id: "grpc-backend-protocol",
  code: "MESH0318",
  aliases: [],
  level: "error",
  kinds: [Kind.GrpcRoute],
  summary:
    "A GRPCRoute sends requests to a port that is TCP or HTTP/1.1 by its name or appProtocol.",
  why: "The proxy speaks HTTP/1.1 to such a port, and gRPC is HTTP/2: every call fails.",
  fix: "Name the Service's port `grpc` or `grpc-…`, or set its appProtocol to grpc.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: translate, namespace: lang}
spec: {ports: [{port: 50051, name: tcp-translate}], selector: {app: translate}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: translate, namespace: lang}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules:
  - backendRefs:
    - name: translate
      port: 50051 # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: translate, namespace: lang}
spec:
  ports:
  - {port: 50051, name: tcp-translate, appProtocol: grpc}
  - {port: 50052, name: tcp-admin}
  selector: {app: translate}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: translate, namespace: lang}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules: [{backendRefs: [{name: translate, port: 50051}]}]
`,
  *run(object, mesh) {
    yield* each(backendsOf(object).flat(), (one) => judge(mesh, one));
  },
});
