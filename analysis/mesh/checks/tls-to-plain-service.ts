import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { type ClientTls, clientTlsOf, startsTls } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { isRequestProtocol } from "../model/protocol";
import { selects } from "../model/selector";
import { podPortOf } from "../model/servers";
import type { Host, HostPort } from "../model/services";
import { sidecarOf } from "../model/sidecar-of";
import type { Workload } from "../model/workloads";
import { quoted } from "../words";

/** Ports at which servers speak TLS by custom, and words by which such ports are called. */
const tlsPorts = new Set([443, 6443, 8443, 9443]);
const tlsWords = ["https", "ssl", "tls"];

const isCalledTls = (name = ""): boolean => tlsWords.some((word) => name.includes(word));

/** Whether an application may speak TLS at a port itself, or its sidecar does at its request. */
function maySpeakTls(mesh: Mesh, port: HostPort, pod: Workload): boolean {
  const own = podPortOf(port, pod);
  const called = pod.ports.find((one) => one.port === own)?.name;
  const { spec } = sidecarOf(mesh, pod.namespace, pod.labels) ?? {};
  return (
    own === undefined ||
    tlsPorts.has(own) ||
    tlsPorts.has(port.port) ||
    isCalledTls(port.name) ||
    isCalledTls(called) ||
    (spec?.ingress ?? []).some(({ tls }) => tls !== undefined)
  );
}

/** The first Pods behind a port that take plain requests alone. STRICT ones are told of by another check. */
const plainPods = (mesh: Mesh, host: Host, port: HostPort, { labels }: ClientTls) =>
  mesh
    .podsOf(host)
    .filter((pod) => pod.gateway === undefined && selects(labels, pod.labels))
    .filter((pod) => !maySpeakTls(mesh, port, pod))
    .find((pod) => mesh.mutualTlsOf(pod, podPortOf(port, pod)).mode !== "STRICT");

function* judge(mesh: Mesh, rule: Rule, setting: ClientTls): Iterable<Verdict> {
  const hosts = startsTls(setting.tls) ? mesh.hosts.named(rule.host) : [];
  for (const host of hosts.filter(({ source }) => source.id.kind === "Service")) {
    for (const port of host.ports) {
      const isMeant = setting.port === undefined || setting.port === port.port;
      const pod =
        isMeant && isRequestProtocol(port.protocol)
          ? plainPods(mesh, host, port, setting)
          : undefined;
      if (pod !== undefined) {
        yield {
          path: `${setting.path}.mode`,
          message: `${setting.tls.mode} for ${quoted(host.host)}: port ${port.port} (${quoted(port.name ?? "")}) carries ${port.protocol} by its name, and leads to ${podPortOf(port, pod)} of ${objectWords(pod.source.id)}, which gets TLS that is not the mesh's`,
          related: [host.source.id, pod.source.id],
        };
        return;
      }
    }
  }
}

const service = (port: string, target: number): string => `apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: books}
spec: {ports: [{port: ${port}, targetPort: ${target}}], selector: {app: ledger}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ledger, namespace: books}
spec:
  template:
    metadata: {labels: {app: ledger}}
    spec: {containers: [{name: ledger, ports: [{containerPort: ${target}}]}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger, namespace: books}
spec:
  host: ledger
  trafficPolicy:
    tls:
      mode: SIMPLE`;

/** TLS of one's own to Pods of the mesh that speak plain HTTP. */
export const tlsToPlainService = check({
  id: "tls-to-plain-service",
  code: "MESH0154",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule starts TLS to a Service's port of plain HTTP.",
  why: "It replaces the mesh's mutual TLS, and the sidecar of the Pods hands other TLS through: the application gets bytes that it does not understand, and clients get 503.",
  fix: "Take the TLS settings out, so that sidecars speak mutual TLS by themselves, or write ISTIO_MUTUAL.",
  url: "https://istio.io/latest/docs/ops/common-problems/network-issues/#503-errors-after-setting-destination-rule",
  fires: `${service("80, name: http", 8080)} # found
`,
  silent: `${service("443, name: https", 8443)}
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    yield* each(clientTlsOf(rule), (setting) => judge(mesh, rule, setting));
  },
});
