import { slipOf } from "../../values/closest";
import { hostsOverlap } from "../../values/host";
import { namespacedName } from "../../values/namespaced-name";
import type { Verdict } from "./check";
import { isInternalGateway } from "./checks/internal-gateway";
import { Kind } from "./kinds";
import { kindOf } from "./kubernetes-object";
import type { Mesh } from "./mesh";
import { type IstioGateway, serverHost } from "./model/gateways";
import { gatewayName, meshGateway } from "./model/virtual-services";
import { Thing } from "./scope";
import { quoted } from "./words";

/** A Gateway of Istio's as an object names it. */
export interface GatewayReference {
  readonly path: string;
  readonly written: string;
  /** Namespace of the object. */
  readonly namespace: string;
  /** Hosts that the object has routes for. */
  readonly hosts: readonly string[];
  /** Kind of the object: beside nothing but those, the set is a part of what its own namespace has. */
  readonly kind: Kind;
}

const takes = ({ source }: IstioGateway, hosts: readonly string[]): boolean =>
  (source.spec.servers ?? []).some((server) =>
    server.hosts.some((host) => hosts.some((own) => hostsOverlap(serverHost(host), own))),
  );

/** The Gateway of the namespace that is called nearly so, or the only one of the name elsewhere. */
function meantGateway(mesh: Mesh, place: string, name: string): string | undefined {
  const all = mesh.gateways.map(({ source }) => source.id);
  const own = all.filter(({ namespace }) => namespace === place).map((id) => id.name);
  const near = slipOf(name, own);
  const elsewhere = all.filter((id) => id.name === name);
  const meant =
    near === undefined && elsewhere.length === 1 ? elsewhere[0] : { namespace: place, name: near };
  return meant?.name === undefined ? undefined : `${meant.namespace}/${meant.name}`;
}

/** The only Gateway of that name, where it is for the hosts and of the namespace that is written nothing is known. */
function onlyElsewhere(
  mesh: Mesh,
  place: string,
  name: string,
  hosts: readonly string[],
): IstioGateway | undefined {
  const [only, ...more] = mesh.gateways.filter(({ source }) => source.id.name === name);
  const isUnknown = !mesh.set.namespaces().includes(place);
  return isUnknown && only !== undefined && more.length === 0 && takes(only, hosts)
    ? only
    : undefined;
}

/** What is wrong with the name of a Gateway of Istio's. */
export function* gatewayProblems(mesh: Mesh, reference: GatewayReference): Iterable<Verdict> {
  const { path, written, namespace, hosts, kind } = reference;
  const full = gatewayName(written, namespace);
  if (written === meshGateway || isInternalGateway(written) || mesh.gateway(full) !== undefined) {
    return;
  }
  const [place, name] = namespacedName(full, namespace);
  const isWhole =
    place === namespace && mesh.set.inNamespace(place).some(({ id }) => kindOf(id) !== kind);
  const mayBeElsewhere = !isWhole && !mesh.speaksFor(Thing.Gateway, place, name);
  const isExternal = mesh.isExternal(Thing.Gateway, place, name);
  const only = onlyElsewhere(mesh, place, name, hosts);
  if (mayBeElsewhere && !isExternal && only !== undefined) {
    yield {
      path,
      message: `${quoted(written)}: nothing is declared in namespace ${place}, and there is a Gateway ${name} for these hosts in ${only.source.id.namespace}; write ${quoted(only.name)}`,
      related: [only.source.id],
      level: "warning",
    };
    return;
  }
  if (mayBeElsewhere || isExternal) {
    yield { path, notDeclared: `Gateway ${name}.${place}` };
    return;
  }
  if (mesh.set.find(Kind.ApiGateway, place, name)) {
    yield {
      path,
      message: `${quoted(written)} is a Gateway of the Gateway API, which a VirtualService cannot be bound to; write an HTTPRoute`,
    };
    return;
  }
  const meant = meantGateway(mesh, place, name);
  yield {
    path,
    message: `${quoted(written)}: there is no Gateway ${name} in namespace ${place}${meant === undefined ? "" : `; did you mean ${quoted(meant)}?`}`,
    ...(meant !== undefined && { fix: { path, value: meant } }),
  };
}
