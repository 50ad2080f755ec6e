import { check } from "../check";
import { fields, text } from "../fields";
import type { Mesh } from "../mesh";
import { clientTlsOf } from "../model/client-tls";
import { excludedPortsAnnotation, passesSidecar } from "../model/inbound-ports";
import { isRequestProtocol } from "../model/protocol";
import { podPortOf } from "../model/servers";
import type { Host } from "../model/services";
import { podKinds, type Workload } from "../model/workloads";
import { listed } from "../words";

/** How many workloads speak mutual TLS to others on their own. */
const mutualClients = (mesh: Mesh): number =>
  mesh.workloads.filter(({ mode, gateway }) => mode === "sidecar" || gateway !== undefined).length;

/** Whether a DestinationRule says itself what clients of a host speak. */
const saysTls = (mesh: Mesh, { host }: Host): boolean =>
  mesh.rulesNamed(host).some((rule) => clientTlsOf(rule).length > 0);

/** Whether callers come from outside the cluster. */
const isOpen = ({ source }: Host): boolean =>
  ["LoadBalancer", "NodePort"].includes(text(fields(source.object.spec).type) ?? "");

/** Ports of metrics are called by who is outside of the mesh. */
const isMetrics = (name = ""): boolean => name.includes("metrics") || name.includes("prometheus");

/** Ports of Pods at which Services take requests. */
const requestPorts = (workload: Workload, mesh: Mesh): number[] =>
  mesh
    .servicesOf(workload)
    .filter((host) => !isOpen(host) && !saysTls(mesh, host))
    .flatMap(({ ports }) => ports)
    .filter(({ protocol, name }) => isRequestProtocol(protocol) && !isMetrics(name))
    .flatMap((port) => podPortOf(port, workload) ?? []);

const objects = (annotation: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: garden, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: roses, namespace: garden}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: roses}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: bees, namespace: garden}
spec:
  template:
    metadata: {labels: {app: bees}}
    spec: {containers: [{name: bees}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: roses, namespace: garden}
spec:
  template:
    metadata:
      labels: {app: roses}
      annotations:
        ${annotation}
    spec: {containers: [{name: roses, ports: [{containerPort: 8080}, {containerPort: 9102}]}]}
`;

/** Pods that clients speak mutual TLS to, and whose sidecar is passed by. */
export const portPastMutualTls = check({
  id: "port-past-mutual-tls",
  code: "MESH0242",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary:
    "All ports at which Services take requests go past the sidecar, and clients in the mesh speak mutual TLS to Pods with one.",
  why: "Clients see that the Pods have a sidecar and start mutual TLS, which the application does not understand: their requests fail with 503.",
  fix: "Leave the port to the sidecar; or write a PeerAuthentication with DISABLE for the port, or a DestinationRule with tls mode DISABLE, which clients follow.",
  url: "https://istio.io/latest/docs/reference/config/annotations/#SidecarTrafficExcludeInboundPorts",
  fires: objects(`${excludedPortsAnnotation}: "8080" # found`),
  silent: objects(`${excludedPortsAnnotation}: "9102"`),
  *run({ id }, mesh) {
    if (!mesh.config.autoMtls || mesh.fact(mutualClients) < 2) {
      return;
    }
    for (const workload of mesh.workloadsOf(id)) {
      const { mode, gateway, annotations, labelsPath } = workload;
      const ports = mode === "sidecar" && gateway === undefined ? requestPorts(workload, mesh) : [];
      const isPast = (port: number) =>
        passesSidecar(annotations, port) && mesh.mutualTlsOf(workload, port).mode !== "DISABLE";
      if (ports.length > 0 && ports.every(isPast)) {
        const place = labelsPath.replace("labels", "annotations");
        yield {
          path:
            annotations[excludedPortsAnnotation] === undefined
              ? place
              : `${place}["${excludedPortsAnnotation}"]`,
          message: `requests come to port ${listed(new Set(ports))} past the sidecar, and clients in the mesh speak mutual TLS to Pods that have one`,
        };
      }
    }
  },
});
