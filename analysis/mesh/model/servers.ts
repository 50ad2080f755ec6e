import type { PeerAuthenticationSpec } from "../../../schemas/kinds/security/peer-authentication";
import { coversHost } from "../../../values/host";
import type { Declared } from "../declared-set";
import type { Mesh } from "../mesh";
import type { ClientTls } from "./client-tls";
import type { Rule } from "./destination-rules";
import type { MutualTls } from "./mutual-tls";
import { hasSelector } from "./policies";
import { selects } from "./selector";
import type { Host, HostPort } from "./services";
import type { Workload } from "./workloads";

/** Who answers for a host, and what connections it takes. */
export interface AnsweringServer {
  readonly host: Host;
  /** Undefined where the Pods are not declared: what their namespace says holds. */
  readonly workload: Workload | undefined;
  readonly takes: MutualTls;
}

/** Hosts of a rule: its own, or all that its wildcard covers. */
export const hostsOfRule = (mesh: Mesh, { host }: Rule): readonly Host[] =>
  host.startsWith("*")
    ? mesh.hosts.all.filter((one) => coversHost(host, one.host))
    : mesh.hosts.named(host);

/** Port of the Pods behind a port of their host. */
function portOf({ targetPort }: HostPort, { ports }: Workload): number | undefined {
  return typeof targetPort === "string"
    ? ports.find(({ name }) => name === targetPort)?.port
    : targetPort;
}

/** PeerAuthentications that are for whole namespaces. */
const wideOf = (mesh: Mesh): ReadonlyMap<string, Declared<PeerAuthenticationSpec>> =>
  new Map(
    mesh.peerAuthentications.all
      .filter(({ spec }) => !hasSelector(spec))
      .map((policy) => [policy.id.namespace, policy]),
  );

/** What connections are taken in a namespace where Pods say nothing of their own. */
export function namespaceMutualTls(mesh: Mesh, namespace: string): MutualTls {
  const wide = mesh.fact(wideOf);
  for (const place of [namespace, mesh.config.rootNamespace]) {
    const by = wide.get(place);
    const mode = by?.spec.mtls?.mode;
    if (mode !== undefined && mode !== "UNSET") {
      return { mode, by, path: "spec.mtls.mode" };
    }
  }
  return { mode: "PERMISSIVE", by: undefined, path: "" };
}

/** Who answers clients that follow a TLS setting. Gateways are left out: their servers have TLS of their own. */
export const serversOfRule = (
  mesh: Mesh,
  rule: Rule,
  { port, labels }: ClientTls,
): AnsweringServer[] =>
  hostsOfRule(mesh, rule).flatMap((host): AnsweringServer[] => {
    const ports = host.ports.filter((one) => port === undefined || one.port === port);
    const pods = mesh.podsOf(host);
    if (pods.length === 0) {
      return host.source.id.kind === "Service" && host.externalName === undefined
        ? [{ host, workload: undefined, takes: namespaceMutualTls(mesh, host.namespace) }]
        : [];
    }
    return pods
      .filter((pod) => pod.gateway === undefined && selects(labels, pod.labels))
      .flatMap((workload) =>
        ports.map((one) => ({
          host,
          workload,
          takes: mesh.mutualTlsOf(workload, portOf(one, workload)),
        })),
      );
  });
