import type { AuthorizationPolicySpec } from "../../../../schemas/kinds/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../../../../schemas/kinds/security/request-authentication";
import { coversHost } from "../../../../values/host";
import { serviceOfHost } from "../../../../values/service-host";
import type { Declared } from "../../../mesh/declared-set";
import { keyedFacts } from "../../../mesh/keyed-facts";
import { Kind } from "../../../mesh/kinds";
import type { Mesh } from "../../../mesh/mesh";
import type { Rule } from "../../../mesh/model/destination-rules";
import type { Host } from "../../../mesh/model/services";
import type { Workload } from "../../../mesh/model/workloads";
import { known } from "../../../mesh/not-judged";

/** All that has a say in who answers for a host, and whom. */
export interface Servers {
  readonly objects: readonly Declared[];
  readonly hosts: readonly Host[];
  readonly rules: readonly Rule[];
  readonly policies: readonly Declared<AuthorizationPolicySpec>[];
  readonly authentications: readonly Declared<RequestAuthenticationSpec>[];
}

const wideRules = (mesh: Mesh): readonly Rule[] =>
  mesh.rules.filter((rule) => known(() => rule.host.startsWith("*")) ?? true);

function rulesOf(mesh: Mesh, host: string): Rule[] {
  const wide = mesh
    .fact(wideRules)
    .filter((rule) => known(() => coversHost(rule.host, host)) ?? true);
  return [...(known(() => mesh.rulesNamed(host)) ?? []), ...wide];
}

/** Policies that a proxy of a workload, or ztunnel before it, asks. */
export function policiesOn(mesh: Mesh, workload: Workload) {
  return {
    policies: known(() => mesh.authorizations.on(workload)) ?? [],
    authentications: known(() => mesh.requestAuthentications.on(workload)) ?? [],
    mutualTls: known(() => mesh.peerAuthentications.on(workload)) ?? [],
  };
}

/** The proxies that stand before whole Services. */
const waypoints = (mesh: Mesh): readonly Workload[] =>
  known(() => mesh.workloads.filter(({ gateway }) => gateway === "waypoint")) ?? [];

const namespaceObject = (mesh: Mesh, name: string): Declared[] => {
  const found = known(() => mesh.set.find(Kind.Namespace, "", name));
  return found ? [found] : [];
};

const granting = [Kind.ReferenceGrant, Kind.BackendTlsPolicy] as const;

const grantsIn = (mesh: Mesh, namespace: string): Declared[] =>
  granting.flatMap((kind) => mesh.set.all(kind).filter(({ id }) => id.namespace === namespace));

function serversNow(mesh: Mesh, host: string): Servers {
  const hosts = mesh.hosts.covering(host);
  const rules = rulesOf(mesh, host);
  const pods = hosts.flatMap((one) => known(() => mesh.podsOf(one)) ?? []);
  const near = [...pods, ...mesh.fact(waypoints)];
  const sharing = pods.flatMap((pod) => known(() => mesh.servicesOf(pod)) ?? []);
  const [namespace, name] = serviceOfHost(host) ?? [];
  const guards = near.map((workload) => policiesOn(mesh, workload));
  const attached =
    namespace === undefined || name === undefined
      ? []
      : [...(known(() => mesh.authorizations.onService(namespace, name)) ?? [])];
  const tokens =
    namespace === undefined || name === undefined
      ? []
      : [...(known(() => mesh.requestAuthentications.onService(namespace, name)) ?? [])];
  const policies = [...guards.flatMap((one) => one.policies), ...attached];
  const authentications = [...guards.flatMap((one) => one.authentications), ...tokens];
  const places = new Set(hosts.map((one) => one.namespace).concat(namespace ?? []));
  return {
    hosts,
    rules,
    policies: [...new Set(policies)],
    authentications: [...new Set(authentications)],
    objects: [
      ...[...hosts, ...rules, ...near, ...sharing].map(({ source }) => source),
      ...policies,
      ...authentications,
      ...guards.flatMap(({ mutualTls }) => mutualTls),
      ...[...places].flatMap((place) => [
        ...namespaceObject(mesh, place),
        ...grantsIn(mesh, place),
      ]),
    ],
  };
}

const servers = keyedFacts<[host: string], Servers>();

/** Who stands behind a host. */
export const serversOf = (mesh: Mesh, host: string): Servers =>
  mesh.fact(servers).get([host], () => serversNow(mesh, host));
