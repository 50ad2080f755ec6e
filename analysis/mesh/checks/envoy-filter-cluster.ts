import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, text } from "../fields";
import { hostProblem } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { portWords, quoted } from "../words";

/** A cluster of istiod's that a patch names. */
interface NamedCluster {
  readonly path: string;
  readonly written: string;
  readonly port: number;
  readonly host: string;
}

const clusterFields: readonly string[] = ["cluster_name", "cluster"];

/** The clusters of istiod, by direction, port, subset and host, that are named anywhere in what a patch writes. */
function* clustersIn(value: unknown, path: string): Iterable<NamedCluster> {
  for (const [key, entry] of Object.entries(fields(value))) {
    const at = `${path}.${key}`;
    const written = clusterFields.includes(key) ? (text(entry) ?? "") : "";
    const [direction, port, _subset, host = "", ...more] = written.split("|");
    if (direction === "outbound" && host !== "" && more.length === 0) {
      yield { path: at, written, port: Number(port), host };
    } else if (Array.isArray(entry)) {
      for (const [i, one] of entry.entries()) {
        yield* clustersIn(one, `${at}[${i}]`);
      }
    } else {
      yield* clustersIn(entry, at);
    }
  }
}

function* judge(mesh: Mesh, cluster: NamedCluster, namespace: string): Iterable<Verdict> {
  const { path, written, host, port } = cluster;
  const problem = hostProblem(mesh, { path, written: host, host, namespace, viewers: [namespace] });
  const elsewhere = mesh.hosts.called(host.split(".")[0] ?? "");
  if (problem !== undefined) {
    const [only] = "notDeclared" in problem && elsewhere.length === 1 ? elsewhere : [];
    yield only === undefined
      ? problem
      : {
          path,
          message: `${quoted(written)}: nothing declares ${quoted(host)}, and there is a Service of that name in ${only.namespace}; write ${quoted(written.replace(host, only.host))} if that is meant`,
          related: [only.source.id],
        };
    return;
  }
  const hosts = mesh.hosts.covering(host);
  if (hosts.length > 0 && !hosts.some(({ ports }) => ports.some((own) => own.port === port))) {
    yield {
      path,
      message: `${quoted(written)}: ${quoted(host)} has no port ${port}; it has ${portWords(hosts)}`,
      related: hosts.map(({ source }) => source.id),
    };
  }
}

const objects = (cluster: string): string => `apiVersion: v1
kind: Service
metadata: {name: limits, namespace: gate}
spec: {ports: [{port: 8081, name: grpc}], selector: {app: limits}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: limits, namespace: gate, annotations: {galley.istio.io/analyze-suppress: "IST0133,IST0151"}}
spec:
  configPatches:
  - applyTo: HTTP_FILTER
    match:
      context: GATEWAY
      listener:
        filterChain:
          filter:
            name: envoy.filters.network.http_connection_manager
            subFilter: {name: envoy.filters.http.router}
    patch:
      operation: INSERT_BEFORE
      value:
        name: envoy.filters.http.ratelimit
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit
          domain: gate
          rate_limit_service:
            transport_api_version: V3
            grpc_service:
              envoy_grpc:
                cluster_name: ${cluster}
`;

/** A patch that sends to a cluster that istiod does not make. */
export const envoyFilterCluster = check({
  id: "envoy-filter-cluster",
  code: "MESH0422",
  aliases: [],
  level: "error",
  kinds: [Kind.EnvoyFilter],
  summary: "A patch names a cluster of a Service or a port that does not exist.",
  why: "Envoy refuses a filter whose cluster it does not know, or asks nobody: limits do not hold, and what waits for an answer fails.",
  fix: "Write the Service's port and full name: outbound|8081||limits.gate.svc.cluster.local.",
  url: "https://istio.io/latest/docs/tasks/policy-enforcement/rate-limit/",
  fires: objects('"outbound|8080||limits.gate.svc.cluster.local" # found'),
  silent: objects('"outbound|8081||limits.gate.svc.cluster.local"'),
  *run({ id, spec }, mesh) {
    const named = (spec.configPatches ?? []).flatMap(({ patch }, i) => [
      ...clustersIn(patch?.value, `spec.configPatches[${i}].patch.value`),
    ]);
    yield* each(named, (cluster) => judge(mesh, cluster, id.namespace));
  },
});
