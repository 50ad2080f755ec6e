import { check, type Verdict } from "../check";
import { each } from "../each";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { plainTextRefusedBy } from "../model/inbound-ports";
import { portsPastSidecar, portsPastSidecarAnnotation } from "../model/outbound-capture";
import { callOf, textsOf } from "../model/outsiders";
import { podPortOf } from "../model/servers";
import type { Host, HostPort } from "../model/services";
import { podKinds, type Workload } from "../model/workloads";
import { quoted } from "../words";

/** Services by the numbers of their ports. */
const byPort = (mesh: Mesh): ReadonlyMap<number, readonly { host: Host; port: HostPort }[]> =>
  grouped(
    mesh.hosts.all
      .filter(({ source }) => source.id.kind === "Service")
      .flatMap((host) => host.ports.map((port) => ({ host, port }))),
    ({ port }) => port.port,
  );

function* judge(mesh: Mesh, workload: Workload, number: number): Iterable<Verdict> {
  const values = textsOf(workload);
  for (const { host, port } of values.length === 0 ? [] : (mesh.fact(byPort).get(number) ?? [])) {
    const value = callOf(workload, host, values);
    const [refused] =
      value === undefined
        ? []
        : mesh
            .podsOf(host)
            .flatMap((pod) => plainTextRefusedBy(pod, podPortOf(port, pod), mesh) ?? []);
    if (refused !== undefined) {
      const path = workload.labelsPath.replace("labels", "annotations");
      yield {
        path: `${path}["${portsPastSidecarAnnotation}"]`,
        message: `connections to port ${number} go past the sidecar in plain text, ${quoted(value ?? "")} is called there, and ${objectWords(host.source.id)} takes mutual TLS only (${objectWords(refused.id)} is STRICT)`,
        related: [host.source.id, refused.id],
      };
    }
  }
}

const objects = (port: number): string => `apiVersion: v1
kind: Namespace
metadata: {name: lab, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: results, namespace: lab}
spec: {ports: [{port: 9080, name: http}], selector: {app: results}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: results, namespace: lab}
spec:
  template:
    metadata: {labels: {app: results}}
    spec: {containers: [{name: results, ports: [{containerPort: 9080}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: lab}
spec: {mtls: {mode: STRICT}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reader, namespace: lab}
spec:
  template:
    metadata:
      labels: {app: reader}
      annotations:
        traffic.sidecar.istio.io/excludeOutboundPorts: "${port}"${port === 9080 ? " # found" : ""}
    spec: {containers: [{name: reader, env: [{name: RESULTS, value: "http://results:9080"}]}]}
`;

/** Calls past one's own sidecar to Pods that want mutual TLS. */
export const callPastSidecar = check({
  id: "call-past-sidecar",
  code: "MESH0168",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "Pods call a STRICT Service at a port whose connections go past their sidecar.",
  why: "Without the sidecar the connection is plain text: the other side ends it, and routes of the mesh are not followed.",
  fix: "Take the port out of the annotation.",
  url: "https://istio.io/latest/docs/reference/config/annotations/",
  fires: objects(9080),
  silent: objects(5432),
  *run({ id }, mesh) {
    for (const workload of mesh.workloadsOf(id)) {
      const ports = workload.mode === "sidecar" ? portsPastSidecar(workload.annotations) : [];
      yield* each(ports, (port) => judge(mesh, workload, port));
    }
  },
});
