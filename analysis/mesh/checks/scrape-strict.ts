import { dataplaneModeLabel, podInjectionLabel, revisionLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, fields, list, text, texts } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { plainTextRefusedBy } from "../model/inbound-ports";
import { endpointPorts, monitoredServices } from "../model/monitors";
import { podPortOf } from "../model/servers";
import type { Host } from "../model/services";

/** Labels that Pods of a Prometheus may have to be taken into the mesh. */
const joining: readonly string[] = [podInjectionLabel, revisionLabel, dataplaneModeLabel];

/** What a relabeling may change of the place and the way in which metrics are read. */
const places: readonly string[] = ["__address__", "__scheme__"];

/** A Prometheus of which it is certain that it is outside the mesh, where all are; its words. */
function prometheusOutside(mesh: Mesh): string | undefined {
  const operated = mesh.set.all(Kind.Prometheus).map(({ id, object }) => {
    const namespace = mesh.namespaces.get(id.namespace);
    const { labels, annotations } = fields(fields(object.spec).podMetadata);
    const own = { ...texts(annotations), ...texts(labels) };
    return {
      words: objectWords(id),
      out:
        namespace?.declared === true &&
        namespace.mode === "none" &&
        joining.every((name) => own[name] === undefined),
    };
  });
  const own = mesh.workloads
    .filter(({ name }) => name === "prometheus" || name === "prometheus-server")
    .map(({ source, outside }) => ({ words: objectWords(source.id), out: outside }));
  const all = [...operated, ...own];
  return all.every(({ out }) => out) ? all[0]?.words : undefined;
}

function* judge(
  endpoint: Fields,
  i: number,
  hosts: readonly Host[],
  prometheus: string,
  mesh: Mesh,
): Iterable<Verdict> {
  const isElsewhere = list(endpoint.relabelings).some(({ targetLabel }) =>
    places.includes(text(targetLabel) ?? ""),
  );
  if (isElsewhere || text(endpoint.scheme)?.toLowerCase() === "https") {
    return;
  }
  for (const host of hosts) {
    for (const workload of mesh.podsOf(host)) {
      for (const own of endpointPorts(host, endpoint)) {
        const port = podPortOf(own, workload);
        const by = plainTextRefusedBy(workload, port, mesh);
        if (port !== undefined && by !== undefined) {
          yield {
            path: `spec.endpoints[${i}]`,
            message: `${prometheus} is outside the mesh, and port ${port} of ${objectWords(workload.source.id)} takes mutual TLS alone, as ${objectWords(by.id)} says`,
            related: [workload.source.id, by.id],
          };
          return;
        }
      }
    }
  }
}

const objects = (more: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: watch}
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: watch}
spec: {serviceMonitorSelector: {}}
---
apiVersion: v1
kind: Namespace
metadata: {name: garden, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: roses, namespace: garden, labels: {app: roses}}
spec: {ports: [{port: 9100, name: http-metrics}], selector: {app: roses}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: roses, namespace: garden}
spec:
  template:
    metadata: {labels: {app: roses}}
    spec: {containers: [{name: roses, ports: [{containerPort: 9100}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: roses, namespace: garden}
spec:
  selector: {matchLabels: {app: roses}}
  mtls: {mode: STRICT}${more}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: roses, namespace: garden}
spec:
  selector: {matchLabels: {app: roses}}
  endpoints:
  - port: http-metrics`;

/** Metrics that Prometheus is refused. */
export const scrapeStrict = check({
  id: "scrape-strict",
  code: "MESH0348",
  aliases: [],
  level: "warning",
  kinds: [Kind.ServiceMonitor],
  summary: "A Prometheus outside the mesh reads metrics at a port that takes mutual TLS alone.",
  why: "It asks in plain text: every connection is reset, and there are no metrics.",
  fix: "Make the port PERMISSIVE by portLevelMtls, or read the metrics that the sidecar's agent merges at port 15020.",
  url: "https://istio.io/latest/docs/ops/integrations/prometheus/#tls-settings",
  fires: `${objects("")} # found
`,
  silent: `${objects("\n  portLevelMtls: {9100: {mode: PERMISSIVE}}")}
`,
  *run(monitor, mesh) {
    const prometheus = mesh.fact(prometheusOutside);
    if (prometheus !== undefined) {
      const hosts = monitoredServices(monitor, mesh);
      const endpoints = list(fields(monitor.object.spec).endpoints);
      yield* each(endpoints.entries(), ([i, one]) => judge(one, i, hosts, prometheus, mesh));
    }
  },
});
