import type { EnvoyFilterConfigPatch } from "../../../schemas/kinds/networking/envoy-filter";
import { check, type Found } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { attachmentOf, chosenBy } from "../model/attachments";
import type { Workload } from "../model/workloads";
import { meantPodPort } from "../pod-port";
import { quoted } from "../words";

/** The full name that is meant by the short one of a Service. */
function shortService(
  { match }: EnvoyFilterConfigPatch,
  namespace: string,
  mesh: Mesh,
  at: string,
): Found | undefined {
  const service = match?.cluster?.service ?? "";
  const full = mesh.fullName(service, namespace);
  const isShort = service !== "" && full !== service && mesh.hosts.named(service).length === 0;
  if (!isShort || mesh.hosts.named(full).length === 0) {
    return undefined;
  }
  const path = `${at}.cluster.service`;
  return {
    path,
    message: `${quoted(service)} is no name of a cluster's Service; write ${quoted(full)}`,
    fix: { path, value: full },
  };
}

/** The port of Pods that is meant by that of their Service. */
function servicePort(
  { match }: EnvoyFilterConfigPatch,
  workload: Workload | undefined,
  mesh: Mesh,
  at: string,
): Found | undefined {
  const number = match?.listener?.portNumber;
  const behind = workload && meantPodPort(workload, number, mesh);
  if (!workload || behind === undefined) {
    return undefined;
  }
  const path = `${at}.listener.portNumber`;
  return {
    path,
    message: `${number} is the Service's port; that of ${objectWords(workload.source.id)} is ${behind}, and what comes in is told by it`,
    related: [workload.source.id],
    fix: { path, value: behind },
  };
}

const connectionManager = "envoy.filters.network.http_connection_manager";

/** An HTTP filter that is looked for where there are none. */
function parentOfHttp({ applyTo, match }: EnvoyFilterConfigPatch, at: string): Found | undefined {
  const name = match?.listener?.filterChain?.filter?.name ?? "";
  const isOther = name !== "" && !name.endsWith("http_connection_manager");
  const path = `${at}.listener.filterChain.filter.name`;
  return applyTo === "HTTP_FILTER" && isOther
    ? {
        path,
        message: `HTTP filters stand within ${connectionManager}, and none within ${quoted(name)}`,
        fix: { path, value: connectionManager },
      }
    : undefined;
}

const objects = (match: string): string => `apiVersion: v1
kind: Service
metadata: {name: drum, namespace: stage}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: drum}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: drum, namespace: stage}
spec:
  template:
    metadata: {labels: {app: drum, sidecar.istio.io/inject: "true"}}
    spec: {containers: [{name: drum, ports: [{containerPort: 8080}]}]}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: drum, namespace: stage, annotations: {galley.istio.io/analyze-suppress: IST0133}}
spec:
  workloadSelector: {labels: {app: drum}}
  configPatches:
${match}    patch: {operation: MERGE, value: {connect_timeout: 3s}}
`;

/** A patch that looks for a cluster or a listener by what it is not called. */
export const envoyFilterMatch = check({
  id: "envoy-filter-match",
  code: "MESH0392",
  aliases: [],
  level: "warning",
  kinds: [Kind.EnvoyFilter],
  summary:
    "A patch looks for a cluster by the short name of a Service, for what comes in by the Service's port, or for HTTP filters where there are none.",
  why: "Clusters have the full names of their Services, and what comes in has the port of the Pod: the patch changes nothing, and nobody is told.",
  fix: "Write the full name, or the container's port.",
  url: "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ClusterMatch",
  fires: objects(`  - applyTo: CLUSTER
    match:
      context: SIDECAR_OUTBOUND
      cluster:
        service: drum # found
`),
  silent: objects(`  - applyTo: CLUSTER
    match:
      context: SIDECAR_OUTBOUND
      cluster:
        service: drum.stage.svc.cluster.local
`),
  *run(object, mesh) {
    const patches = object.spec.configPatches ?? [];
    const hasSelector = Object.keys(attachmentOf(object).labels).length > 0;
    const [workload] = hasSelector
      ? chosenBy(mesh, object).filter(({ mode, gateway }) => mode === "sidecar" && !gateway)
      : [];
    for (const [i, patch] of patches.entries()) {
      const at = `spec.configPatches[${i}].match`;
      const isIncoming = patch.match?.context === "SIDECAR_INBOUND";
      const found = [
        parentOfHttp(patch, at),
        shortService(patch, object.id.namespace, mesh, at),
        isIncoming ? servicePort(patch, workload, mesh, at) : undefined,
      ];
      yield* found.filter((one) => one !== undefined);
    }
  },
});
