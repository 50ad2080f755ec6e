import type { AuthorizationPolicySpec } from "../../../../schemas/kinds/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../../../../schemas/kinds/security/request-authentication";
import { gatewayNameLabel } from "../../../../values/known-names";
import type { Declared } from "../../../mesh/declared-set";
import { keyedFacts } from "../../../mesh/keyed-facts";
import { Kind } from "../../../mesh/kinds";
import type { Mesh } from "../../../mesh/mesh";
import { parentOfSet } from "../../../mesh/model/api-gateways";
import { type IstioGateway, shareWorkloads } from "../../../mesh/model/gateways";
import type { Workload } from "../../../mesh/model/workloads";
import { known } from "../../../mesh/not-judged";
import { policiesOn } from "./servers-of";

/** All that has a say in what a gateway does before any route. */
export interface GatewayParts {
  readonly objects: readonly Declared[];
  readonly policies: readonly Declared<AuthorizationPolicySpec>[];
  readonly authentications: readonly Declared<RequestAuthenticationSpec>[];
}

/** Gateways whose servers one proxy has together. */
const rivals = (mesh: Mesh, own: IstioGateway): readonly IstioGateway[] =>
  known(() => mesh.gateways.filter((other) => known(() => shareWorkloads(own, other)) ?? true)) ??
  [];

const apiParts = (mesh: Mesh, name: string): Declared[] => {
  const [namespace = "", own = ""] = name.split("/");
  const gateway = known(() => mesh.set.find(Kind.ApiGateway, namespace, own));
  const sets = mesh.set
    .all(Kind.ListenerSet)
    .filter((set) => known(() => parentOfSet(set) === name) ?? true);
  return [...(gateway ? [gateway] : []), ...sets, ...mesh.set.all(Kind.GatewayClass)];
};

const apiWorkloads = (mesh: Mesh, name: string): readonly Workload[] => {
  const [namespace = "", own = ""] = name.split("/");
  return mesh.workloadsIn(namespace).filter(({ labels }) => labels[gatewayNameLabel] === own);
};

function partsNow(mesh: Mesh, name: string): GatewayParts {
  const own = known(() => mesh.gateway(name));
  const gateways = own ? rivals(mesh, own) : [];
  const pods = [
    ...new Set([
      ...(known(() => gateways.flatMap(({ workloads }) => workloads)) ?? []),
      ...(known(() => apiWorkloads(mesh, name)) ?? []),
    ]),
  ];
  const guards = pods.map((workload) => policiesOn(mesh, workload));
  const services = pods.flatMap((workload) => known(() => mesh.servicesOf(workload)) ?? []);
  const policies = [...new Set(guards.flatMap((one) => one.policies))];
  const authentications = [...new Set(guards.flatMap((one) => one.authentications))];
  return {
    policies,
    authentications,
    objects: [
      ...[...gateways, ...pods, ...services].map(({ source }) => source),
      ...apiParts(mesh, name),
      ...policies,
      ...authentications,
      ...mesh.set.all(Kind.Secret),
      ...mesh.set.all(Kind.ConfigMap),
      ...mesh.set.all(Kind.Certificate),
      ...mesh.set.all(Kind.ReferenceGrant),
      ...mesh.set.all(Kind.Namespace),
    ],
  };
}

const parts = keyedFacts<[gateway: string], GatewayParts>();

/** What has a say in what a gateway does before any route. */
export const gatewayParts = (mesh: Mesh, name: string): GatewayParts =>
  mesh.fact(parts).get([name], () => partsNow(mesh, name));
