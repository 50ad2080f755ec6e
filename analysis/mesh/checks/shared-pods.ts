import { check, type Verdict } from "../check";
import { each } from "../each";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import type { Host, HostPort } from "../model/services";
import { podKinds, type Workload } from "../model/workloads";
import { listed, named } from "../words";

interface ServicePort {
  readonly service: Host;
  readonly port: HostPort;
}

/** Ports of all Services of a workload whose sidecar listens at them; ztunnel goes by the Service that is called. */
const servicePorts = (workload: Workload, mesh: Mesh): ServicePort[] =>
  workload.mode !== "sidecar" || workload.gateway === "waypoint"
    ? []
    : mesh
        .servicesOf(workload)
        .flatMap((service) => service.ports.map((port) => ({ service, port })));

const servicesIn = (ports: readonly ServicePort[]) => ports.map(({ service }) => service.source.id);

function* transports(workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const byPort = grouped(servicePorts(workload, mesh), ({ port }) => `${port.port}`);
  for (const [port, ports] of byPort) {
    const kinds = new Set(ports.map(({ port: { transport } }) => transport));
    // One Service that answers by both, as DNS does, says so itself; istiod makes no listeners for UDP.
    const services = new Set(ports.map(({ service }) => service));
    if (kinds.size > 1 && services.size > 1) {
      yield {
        path: "metadata.name",
        message: `port ${port} is ${listed(kinds)} at ${named(servicesIn(ports))}`,
        related: servicesIn(ports),
      };
    }
  }
}

/** The listeners of a gateway are those of its Gateways; ports of one Service may well share their target. */
function* numbers(workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const all = workload.gateway === undefined ? servicePorts(workload, mesh) : [];
  const byTarget = grouped(all, ({ port }) => `${port.targetPort}`);
  for (const [target, ports] of byTarget) {
    const own = new Set(ports.map(({ port }) => port.port));
    const services = new Set(ports.map(({ service }) => service));
    if (own.size > 1 && services.size > 1) {
      yield {
        path: "metadata.name",
        message: `target port ${target} is behind ports ${listed(own)} of ${named(servicesIn(ports))}`,
        related: servicesIn(ports),
      };
    }
  }
}

/** Services that say different protocols of one port of the same Pods. */
export const sharedPodsProtocol = check({
  id: "shared-pods-protocol",
  code: "IST0116",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "Two Services of the same Pods have one port with different protocols of transport.",
  why: "The sidecar has one listener for a port: connections of one of them are not served as they should be.",
  fix: "Give the Services ports of their own.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0116/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: dns, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: resolver # found
  namespace: dns
spec:
  template:
    metadata: {labels: {app: resolver}}
    spec: {containers: [{name: resolver, ports: [{containerPort: 8053}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: resolver-tcp, namespace: dns}
spec: {ports: [{port: 8053, name: tcp}], selector: {app: resolver}}
---
apiVersion: v1
kind: Service
metadata: {name: resolver-udp, namespace: dns}
spec: {ports: [{port: 8053, name: udp, protocol: UDP}], selector: {app: resolver}}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: dns, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: resolver, namespace: dns}
spec:
  template:
    metadata: {labels: {app: resolver}}
    spec: {containers: [{name: resolver, ports: [{containerPort: 8053}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: resolver, namespace: dns}
spec: {ports: [{port: 8053, name: tcp}], selector: {app: resolver}}
---
apiVersion: v1
kind: Service
metadata: {name: resolver-headless, namespace: dns}
spec: {clusterIP: None, ports: [{port: 8053, name: tcp}], selector: {app: resolver}}
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), (workload) => transports(workload, mesh));
  },
});

/** Services that say different numbers of one port of the same Pods. */
export const sharedPodsPort = check({
  id: "shared-pods-port",
  code: "IST0137",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "A port of the same Pods is behind different ports of Services.",
  why: "The sidecar has one listener for a port of the Pods and takes the settings of one Service for all.",
  fix: "Give the Services the same port, or the Pods a port for each.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0137/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: print, labels: {istio.io/rev: r1}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: press # found
  namespace: print
spec:
  template:
    metadata: {labels: {app: press}}
    spec: {containers: [{name: press, ports: [{containerPort: 631}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: press, namespace: print}
spec: {ports: [{port: 631, name: http}], selector: {app: press}}
---
apiVersion: v1
kind: Service
metadata: {name: press-web, namespace: print}
spec: {ports: [{port: 80, name: http, targetPort: 631}], selector: {app: press}}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: print}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: press, namespace: print}
spec:
  template:
    metadata: {labels: {app: press}}
    spec: {containers: [{name: press, ports: [{containerPort: 631}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: press, namespace: print}
spec: {ports: [{port: 631, name: http}], selector: {app: press}}
---
apiVersion: v1
kind: Service
metadata: {name: press-web, namespace: print}
spec: {ports: [{port: 80, name: http, targetPort: 631}], selector: {app: press}}
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), (workload) => numbers(workload, mesh));
  },
});
