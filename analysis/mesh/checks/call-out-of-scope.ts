import { check, type Found } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { calledOutside } from "../model/called-hosts";
import { callOf, textsOf } from "../model/outsiders";
import type { Host } from "../model/services";
import { followersOf, isInScope } from "../model/sidecar-scope";
import { outboundModeOf, type Sidecar } from "../model/sidecars";
import { meshGateway } from "../model/virtual-services";
import type { Workload } from "../model/workloads";
import { quoted } from "../words";

/** Whether a route within the scope leads to a host: istiod makes it known with the route. */
const isRoutedTo = ({ id, spec }: Sidecar, { host }: Host, mesh: Mesh): boolean =>
  mesh.routes.some(
    ({ source, hosts, gateways, destinations }) =>
      gateways.includes(meshGateway) &&
      destinations.some((to) => to.host === host) &&
      hosts.some((own) =>
        isInScope(spec.egress ?? [], id.namespace, {
          host: own,
          namespace: source.id.namespace,
        }),
      ),
  );

/** Whether a host is out of the scope of a Sidecar, and no route makes it known. */
const isHidden = (sidecar: Sidecar, host: Host, mesh: Mesh): boolean =>
  !isInScope(sidecar.spec.egress ?? [], sidecar.id.namespace, host) &&
  !isRoutedTo(sidecar, host, mesh);

function* judge(workload: Workload, sidecar: Sidecar, mesh: Mesh): Iterable<Found> {
  const values = workload.mode === "sidecar" ? textsOf(workload) : [];
  for (const host of values.length === 0 ? [] : mesh.hosts.all) {
    const isService = host.source.id.kind === "Service";
    const value = isService ? callOf(workload, host, values) : undefined;
    if (value !== undefined && isHidden(sidecar, host, mesh)) {
      yield {
        path: "spec.egress",
        message: `${objectWords(workload.source.id)} calls ${quoted(value)}, and ${objectWords(host.source.id)} is out of the scope while REGISTRY_ONLY holds: add ${quoted(`${host.namespace}/${host.host}`)}`,
        related: [workload.source.id, host.source.id],
      };
    }
  }
}

/** Hosts outside that a workload calls, and that a ServiceEntry out of the scope makes known. */
function* judgeOutside(workload: Workload, sidecar: Sidecar, mesh: Mesh): Iterable<Found> {
  const called = workload.mode === "sidecar" ? calledOutside(workload) : [];
  for (const name of new Set(called.map(({ host }) => host))) {
    const hosts = mesh.hosts.covering(name);
    const [first] = hosts;
    if (first !== undefined && hosts.every((host) => isHidden(sidecar, host, mesh))) {
      yield {
        path: "spec.egress",
        message: `${objectWords(workload.source.id)} calls ${quoted(name)}, and ${objectWords(first.source.id)} is out of the scope while REGISTRY_ONLY holds: add ${quoted(`${first.namespace}/${first.host}`)}`,
        related: [workload.source.id, first.source.id],
      };
    }
  }
}

/** A workload that calls a Service which its Sidecar hides from it. */
export const callOutOfScope = check({
  id: "call-out-of-scope",
  code: "MESH0122",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary:
    "A workload calls a Service that is out of its Sidecar's scope, and may call nothing else.",
  why: "The sidecar does not know the host, and REGISTRY_ONLY lets nothing else out: every call is answered with 502.",
  fix: "Add the Service to the hosts of the Sidecar as `namespace/host`.",
  url: "https://istio.io/latest/docs/reference/config/networking/sidecar/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: cinema, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: seats, namespace: halls}
spec: {ports: [{port: 8088, name: http}], selector: {app: seats}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: booking, namespace: cinema}
spec:
  template:
    metadata: {labels: {app: booking}}
    spec:
      containers:
      - name: booking
        env: [{name: SEATS, value: "http://seats.halls:8088"}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: cinema}
spec:
  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
  egress:
  - hosts: ["./*", "istio-system/*"] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: cinema, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: seats, namespace: halls}
spec: {ports: [{port: 8088, name: http}], selector: {app: seats}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: booking, namespace: cinema}
spec:
  template:
    metadata: {labels: {app: booking}}
    spec:
      containers:
      - name: booking
        env: [{name: SEATS, value: "http://seats.halls:8088"}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: cinema}
spec:
  egress: [{hosts: ["./*", "istio-system/*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: booking, namespace: cinema}
spec:
  workloadSelector: {labels: {app: booking}}
  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
  egress: [{hosts: ["./*", "halls/seats.halls.svc.cluster.local"]}]
`,
  *run(sidecar, mesh) {
    const { egress = [] } = sidecar.spec;
    const mode = outboundModeOf(mesh, sidecar);
    const isMeshWide = sidecar.id.namespace === mesh.config.rootNamespace;
    if (egress.length > 0 && mode === "REGISTRY_ONLY" && !isMeshWide) {
      yield* each(followersOf(sidecar, mesh), function* (workload) {
        yield* judge(workload, sidecar, mesh);
        yield* judgeOutside(workload, sidecar, mesh);
      });
    }
  },
});
