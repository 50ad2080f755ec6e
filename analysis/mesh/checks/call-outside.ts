import { coversHost } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { listenersOf } from "../model/api-gateways";
import { type CalledHost, calledOutside } from "../model/called-hosts";
import { sidecarOf } from "../model/sidecar-of";
import { outboundModeOf, type Sidecar } from "../model/sidecars";
import { podKinds, type Workload } from "../model/workloads";
import { known } from "../not-judged";
import { quoted } from "../words";

/** Annotations by which connections go past the sidecar. */
const pastSidecar = "traffic.sidecar.istio.io/";

/** Hosts that gateways and routes of the set serve: an address of one's own is rarely called. */
const servedHosts = (mesh: Mesh): readonly string[] => [
  ...mesh.routes.flatMap((routes) => known(() => routes.hosts) ?? []),
  ...mesh.gateways.flatMap(
    ({ source }) => known(() => source.spec.servers?.flatMap(({ hosts }) => hosts)) ?? [],
  ),
  ...mesh.set
    .all(Kind.ApiGateway)
    .flatMap((gateway) => known(() => listenersOf(gateway)) ?? [])
    .flatMap(({ listener }) => listener.hostname ?? []),
  ...mesh.set.all(Kind.HttpRoute).flatMap((route) => known(() => route.spec.hostnames) ?? []),
  ...mesh.set
    .all(Kind.Ingress)
    .flatMap(({ object }) => known(() => list(fields(object.spec).rules)) ?? [])
    .flatMap(({ host }) => text(host) ?? []),
];

const isServed = (mesh: Mesh, host: string): boolean =>
  mesh
    .fact(servedHosts)
    .map((own) => own.split("/").at(-1) ?? own)
    .some((own) => own !== "*" && coversHost(own, host));

/** Who says that a workload calls nobody but those that are known; undefined where it may call everybody. */
function closedBy(workload: Workload, mesh: Mesh): { sidecar: Sidecar | undefined } | undefined {
  const sidecar = sidecarOf(mesh, workload.namespace, workload.labels);
  const own = sidecar?.spec.outboundTrafficPolicy;
  return outboundModeOf(mesh, sidecar) === "REGISTRY_ONLY"
    ? { sidecar: own && sidecar }
    : undefined;
}

function* judge(
  mesh: Mesh,
  { host, path }: CalledHost,
  sidecar: Sidecar | undefined,
): Iterable<Verdict> {
  const place = host.slice(host.lastIndexOf(".") + 1);
  if (mesh.hosts.covering(host).length > 0 || mesh.namespaces.has(place) || isServed(mesh, host)) {
    return;
  }
  mesh.mustKnow(Kind.ServiceEntry);
  if (mesh.isExternalHost(host)) {
    yield { path, notDeclared: `host ${quoted(host)}` };
    return;
  }
  const by = sidecar === undefined ? "the mesh" : objectWords(sidecar.id);
  yield {
    path,
    message: `no ServiceEntry makes ${quoted(host)} known, and by REGISTRY_ONLY of ${by} nothing else is reached`,
    related: sidecar === undefined ? [] : [sidecar.id],
  };
}

/** A workload that is told to call a host outside which its sidecar does not let through. */
export const callOutside = check({
  id: "call-outside",
  code: "MESH0124",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary:
    "A workload calls a host outside that no ServiceEntry makes known, and may call no other.",
  why: "With REGISTRY_ONLY the sidecar lets nothing out to hosts that the mesh does not know: HTTP is answered with 502, other connections are closed.",
  fix: "Declare a ServiceEntry for the host.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
---
apiVersion: v1
kind: Namespace
metadata: {name: weather, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: forecast, namespace: weather}
spec:
  template:
    metadata: {labels: {app: forecast}}
    spec:
      containers:
      - name: forecast
        env:
        - name: STATIONS_URL
          value: https://api.stations.example.com/v2 # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
---
apiVersion: v1
kind: Namespace
metadata: {name: weather, labels: {istio-injection: enabled}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: stations, namespace: weather}
spec:
  hosts: [api.stations.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 443, name: tls, protocol: TLS}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: forecast, namespace: weather}
spec:
  template:
    metadata: {labels: {app: forecast}}
    spec:
      containers:
      - name: forecast
        env:
        - {name: STATIONS_URL, value: "https://api.stations.example.com/v2"}
        - {name: PUBLIC_URL, value: "https://weather.example.com"}
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), function* (workload) {
      const goesPast = Object.keys(workload.annotations).some((name) =>
        name.startsWith(pastSidecar),
      );
      if (workload.mode !== "sidecar" || workload.gateway !== undefined || goesPast) {
        return;
      }
      const called = calledOutside(workload);
      const closed = called.length === 0 ? undefined : closedBy(workload, mesh);
      if (closed !== undefined) {
        yield* each(called, (one) => judge(mesh, one, closed.sidecar));
      }
    });
  },
});
