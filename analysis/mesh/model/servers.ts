import type { PeerAuthenticationSpec } from "../../../schemas/kinds/security/peer-authentication";
import { coversHost } from "../../../values/host";
import { namespaceOfAll, serviceOfHost } from "../../../values/service-host";
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
  /** Undefined where no host of the rule is declared. */
  readonly host: Host | undefined;
  readonly namespace: string;
  /** Undefined where the Pods are not declared: what their namespace says holds. */
  readonly workload: Workload | undefined;
  readonly takes: MutualTls;
  /** Port of the Pods; undefined where it is not known. */
  readonly port?: number | undefined;
}

/** Hosts of a rule: its own, or all that its wildcard covers. */
export const hostsOfRule = (mesh: Mesh, { host }: Rule): readonly Host[] =>
  host.startsWith("*")
    ? mesh.hosts.all.filter((one) => coversHost(host, one.host))
    : mesh.hosts.named(host);

/** Port of the Pods behind a port of their host. */
export function podPortOf({ targetPort }: HostPort, { ports }: Workload): number | undefined {
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

/** Whether clients take another rule, of the host itself or of a narrower wildcard. */
export const hasNearer = (mesh: Mesh, rule: Rule, host: string): boolean =>
  rule.host !== host && mesh.rulesNamed(host).length > 0;

/** Namespaces that a rule is for as a whole, where none of its hosts is declared. */
function namespacesOfRule(mesh: Mesh, rule: Rule): string[] {
  const own = serviceOfHost(rule.host)?.[0] ?? namespaceOfAll(rule.host);
  if (own !== undefined) {
    return [own];
  }
  const ofMesh = (namespace: string) => mesh.fullName("*", namespace);
  return [...mesh.fact(wideOf).keys()].filter(
    (namespace) =>
      coversHost(rule.host, ofMesh(namespace)) && !hasNearer(mesh, rule, ofMesh(namespace)),
  );
}

function serversOfHost(mesh: Mesh, host: Host, { port, labels }: ClientTls): AnsweringServer[] {
  const ports = host.ports.filter((one) => port === undefined || one.port === port);
  const pods = mesh.podsOf(host);
  if (pods.length === 0) {
    const isService = host.source.id.kind === "Service" && host.externalName === undefined;
    const takes = namespaceMutualTls(mesh, host.namespace);
    return isService ? [{ host, workload: undefined, takes, namespace: host.namespace }] : [];
  }
  return pods
    .filter((pod) => pod.gateway === undefined && selects(labels, pod.labels))
    .flatMap((workload) =>
      ports.map((one) => {
        const port = podPortOf(one, workload);
        const takes = mesh.mutualTlsOf(workload, port);
        return { host, workload, takes, port, namespace: host.namespace };
      }),
    );
}

/** Who answers clients that follow a TLS setting. Gateways are left out: their servers have TLS of their own. */
export function serversOfRule(mesh: Mesh, rule: Rule, setting: ClientTls): AnsweringServer[] {
  const hosts = hostsOfRule(mesh, rule);
  return hosts.length > 0
    ? hosts
        .filter(({ host }) => !hasNearer(mesh, rule, host))
        .flatMap((host) => serversOfHost(mesh, host, setting))
    : namespacesOfRule(mesh, rule).map((namespace) => ({
        host: undefined,
        workload: undefined,
        takes: namespaceMutualTls(mesh, namespace),
        namespace,
      }));
}
