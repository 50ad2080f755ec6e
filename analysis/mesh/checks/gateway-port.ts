import { check, type Verdict } from "../check";
import { fields, list } from "../fields";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { selects } from "../model/selector";
import type { Host, HostPort } from "../model/services";
import type { Workload } from "../model/workloads";
import { Thing } from "../scope";

const servicesByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Host[]> =>
  grouped(
    mesh.hosts.all.filter(({ source }) => source.id.kind !== "ServiceEntry"),
    ({ namespace }) => namespace,
  );

const servicesOf = (mesh: Mesh, { namespace, labels }: Workload): readonly Host[] =>
  (mesh.fact(servicesByNamespace).get(namespace) ?? []).filter(
    ({ selector }) => selector !== undefined && selects(selector, labels),
  );

/** Ports of the proxy that a port of a Service leads to; istiod takes the Service's own number too. */
function reached({ port, targetPort }: HostPort, { ports }: Workload): number[] {
  const target =
    typeof targetPort === "string"
      ? ports.find(({ name }) => name === targetPort)?.port
      : targetPort;
  return target === undefined ? [port] : [port, target];
}

/** Pods that are reached without a Service: on ports of their nodes. */
const isOnNode = ({ pod }: Workload): boolean => {
  const spec = fields(pod.spec);
  return (
    spec.hostNetwork === true ||
    list(spec.containers).some(({ ports }) => list(ports).some((one) => one.hostPort !== undefined))
  );
};

/** A Gateway that listens where its Service sends nothing. */
export const gatewayPort = check({
  id: "gateway-port",
  code: "IST0162",
  aliases: [],
  level: "warning",
  kinds: [Kind.Gateway],
  summary: "A Gateway listens on a port to which no Service of the gateway's Pods leads.",
  why: "The proxy listens, and nobody can reach it: connections to the port are refused by the Service.",
  fix: "Use a port that the gateway's Service has (or its targetPort), or add the port to the Service.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0162/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gate, namespace: gates}
spec:
  template:
    metadata: {labels: {istio: gate, app: gate}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: v1
kind: Service
metadata: {name: gate, namespace: gates}
spec:
  selector: {app: gate}
  ports:
  - {port: 80, targetPort: 8080, name: http2}
  - {port: 443, name: https}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: database, namespace: data}
spec:
  selector: {istio: gate}
  servers:
  - port:
      number: 5432 # found
      name: tcp-postgres
      protocol: TCP
    hosts: ["*"]
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gate, namespace: gates}
spec:
  template:
    metadata: {labels: {istio: gate, app: gate}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: v1
kind: Service
metadata: {name: gate, namespace: gates}
spec:
  selector: {app: gate}
  ports:
  - {port: 80, targetPort: 8080, name: http2}
  - {port: 5432, name: tcp-postgres}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: database, namespace: data}
spec:
  selector: {istio: gate}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: ["*"]
  - port: {number: 5432, name: tcp-postgres, protocol: TCP}
    hosts: ["*"]
`,
  *run({ id, spec: { servers = [] } }, mesh): Iterable<Verdict> {
    const workloads = mesh.gateway(`${id.namespace}/${id.name}`)?.workloads ?? [];
    if (
      workloads.length === 0 ||
      workloads.some(isOnNode) ||
      !workloads.every(({ namespace }) => mesh.speaksFor(Thing.Service, namespace))
    ) {
      return;
    }
    const services = [...new Set(workloads.flatMap((one) => servicesOf(mesh, one)))];
    const ports = services.flatMap((one) =>
      one.ports.filter(({ transport }) => transport === "TCP"),
    );
    const open = new Set(ports.flatMap((port) => workloads.flatMap((one) => reached(port, one))));
    for (const [i, { port, bind }] of servers.entries()) {
      if (!open.has(port.number) && !bind?.startsWith("unix:")) {
        const names = services.map(
          ({ source }) => `Service ${source.id.name}.${source.id.namespace}`,
        );
        yield {
          path: `spec.servers[${i}].port.number`,
          message: `${port.number}: ${
            services.length === 0
              ? "no Service selects the gateway's Pods"
              : `${names.join(", ")} of the gateway's Pods has ports ${ports.map((one) => one.port).join(", ")}`
          }`,
          related: services.map(({ source }) => source.id),
        };
      }
    }
  },
});
