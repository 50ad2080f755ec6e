import type { EnvoyFilterConfigPatch } from "../../../schemas/kinds/networking/envoy-filter";
import { isDigits } from "../../../values/number";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { attachmentOf, chosenBy } from "../model/attachments";
import { podPortOf } from "../model/servers";
import type { HostPort } from "../model/services";
import type { Workload } from "../model/workloads";
import { listed, quoted } from "../words";

const filter = (name: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: shelf, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: books, namespace: shelf}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: books}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: books, namespace: shelf}
spec:
  template:
    metadata: {labels: {app: books}}
    spec: {containers: [{name: books, ports: [{containerPort: 8080}]}]}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: limits, namespace: shelf, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  workloadSelector: {labels: {app: books}}
  configPatches:
  - applyTo: HTTP_ROUTE
    match:
      context: SIDECAR_INBOUND
      routeConfiguration:
        vhost:
          name: ${name}
    patch:
      operation: MERGE
      value: {route: {rate_limits: [{actions: [{remote_address: {}}]}]}}
`;

const inbound = "inbound|http|";

/** The port in the name of a virtual host of a sidecar, for what comes in. */
function inboundPort({ match }: EnvoyFilterConfigPatch): number | undefined {
  const name = match?.routeConfiguration?.vhost?.name ?? "";
  const port = name.slice(inbound.length);
  return name.startsWith(inbound) && isDigits(port) ? Number(port) : undefined;
}

/** Ports of all Services that lead to a workload; none where there is no Service. */
const portsOf = (mesh: Mesh, workload: Workload): readonly HostPort[] =>
  mesh.servicesOf(workload).flatMap(({ ports }) => ports);

/** A patch of a virtual host by a port that its name does not have. */
export const envoyFilterVirtualHost = check({
  id: "envoy-filter-virtual-host",
  code: "MESH0375",
  aliases: [],
  level: "warning",
  kinds: [Kind.EnvoyFilter],
  summary: "A patch looks for a virtual host of a port that no Service of the Pods has.",
  why: "What comes in has the port of the Service in the name of its virtual host, not that of the Pod: the patch changes nothing, and nobody is told.",
  fix: "Write the Service's port: inbound|http|80 for a Service with port 80, whatever its targetPort is.",
  url: "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-RouteConfigurationMatch-VirtualHostMatch",
  fires: filter("inbound|http|8080 # found"),
  silent: filter("inbound|http|80"),
  *run(object, mesh) {
    const patches = [...(object.spec.configPatches ?? []).entries()].flatMap(([i, patch]) => {
      const port = inboundPort(patch);
      return port === undefined ? [] : [{ i, port }];
    });
    const hasSelector = Object.keys(attachmentOf(object).labels).length > 0;
    const chosen = patches.length > 0 && hasSelector ? chosenBy(mesh, object) : [];
    const served = chosen
      .filter(({ mode }) => mode === "sidecar")
      .map((workload) => ({
        workload,
        ports: portsOf(mesh, workload),
      }));
    const all = served.flatMap(({ ports }) => ports);
    for (const { i, port } of patches) {
      const [first] = served;
      if (first === undefined || all.length === 0 || all.some((one) => one.port === port)) {
        continue;
      }
      const path = `spec.configPatches[${i}].match.routeConfiguration.vhost.name`;
      const meant = first.ports.find((one) => podPortOf(one, first.workload) === port);
      yield {
        path,
        message: `${quoted(`${inbound}${port}`)} is none of ${objectWords(first.workload.source.id)}: its Services have ${listed(new Set(all.map((one) => one.port)))}, and names have the port of the Service`,
        related: [first.workload.source.id],
        ...(meant && { fix: { path, value: `${inbound}${meant.port}` } }),
      };
    }
  },
});
