import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Host, HostPort } from "../model/services";
import { isUpgraded } from "../model/upgrades";
import type { Workload } from "../model/workloads";
import { ownHost } from "../own-host";
import { quoted } from "../words";

/** A container's port that says that it is for gRPC, which `grpc-web` is not. */
const isGrpc = (name = ""): boolean =>
  name === "grpc" || (name.startsWith("grpc-") && !name.startsWith("grpc-web"));

const behind = ({ targetPort }: HostPort, { ports }: Workload) =>
  ports.find(({ name, port }) => targetPort === port || targetPort === name);

function* judge(mesh: Mesh, host: Host, port: HostPort): Iterable<Verdict> {
  if (port.protocol !== "HTTP") {
    return;
  }
  const pods = mesh.podsOf(host);
  const found = pods.find((pod) => isGrpc(behind(port, pod)?.name));
  if (found !== undefined && !isUpgraded(mesh, host.host)) {
    const own = behind(port, found);
    yield {
      path: port.path,
      message: `port ${port.port} (${quoted(port.name ?? "")}) is HTTP, to which proxies speak HTTP/1.1, and leads to ${own?.port} (${quoted(own?.name ?? "")}) of ${objectWords(found.source.id)}: gRPC needs HTTP/2`,
      related: [found.source.id],
    };
  }
}

const pods = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: quotes, namespace: desk}
spec:
  template:
    metadata: {labels: {app: quotes}}
    spec: {containers: [{name: quotes, ports: [{name: grpc, containerPort: 50051}, {name: http, containerPort: 8080}]}]}
`;

/** A port of HTTP/1.1 that leads to a server of gRPC. */
export const grpcContainerBehindHttp = check({
  id: "grpc-container-behind-http",
  code: "MESH0153",
  aliases: [],
  level: "warning",
  kinds: [Kind.Service],
  summary: "A Service's port says HTTP, and leads to a container's port that is called grpc.",
  why: "Proxies speak HTTP/1.1 to a port of HTTP, and gRPC is HTTP/2: calls are answered with 502 or 503.",
  fix: "Begin the port's name with `grpc`, or set its appProtocol to grpc.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: quotes, namespace: desk}
spec:
  selector: {app: quotes}
  ports:
  - {name: http, port: 80, targetPort: 50051} # found
${pods}`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: quotes, namespace: desk}
spec:
  selector: {app: quotes}
  ports:
  - {name: http, port: 80, targetPort: 8080}
  - {name: http-api, port: 81, targetPort: grpc, appProtocol: grpc}
${pods}`,
  *run(service, mesh) {
    const own = ownHost(service, mesh);
    yield* each(own?.ports ?? [], (port) => (own ? judge(mesh, own, port) : []));
  },
});
