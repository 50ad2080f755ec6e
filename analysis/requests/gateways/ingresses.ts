import { hostWithoutPort } from "../../../values/authority";
import { coversHost } from "../../../values/host";
import { fields, list, text } from "../../mesh/fields";
import { Kind } from "../../mesh/kinds";
import { objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { ingressPods, isIstios } from "../../mesh/model/ingresses";
import { known } from "../../mesh/not-judged";
import type { Call } from "../call";
import type { MeshProxy } from "../mesh-proxy";

/** Ports at which istiod serves every Ingress. */
const servedPorts: readonly number[] = [80, 443];

const istios = (mesh: Mesh) => mesh.set.all(Kind.Ingress).filter((one) => isIstios(one, mesh));

/** Objects of the kind Ingress that may have a say in a call at a gateway: nobody reads their routes here. */
export function ingressesAt(mesh: Mesh, { workload }: MeshProxy, call: Call): string[] {
  const all = mesh.fact(istios);
  if (
    all.length === 0 ||
    !servedPorts.includes(call.port) ||
    !ingressPods(mesh).includes(workload)
  ) {
    return [];
  }
  const name = hostWithoutPort(call.http?.authority ?? call.sni ?? call.host).toLowerCase();
  return all
    .filter(({ object }) => {
      const rules = known(() => list(fields(object.spec).rules)) ?? [];
      return rules.length === 0 || rules.some(({ host }) => coversHost(text(host) ?? "*", name));
    })
    .map(({ id }) => objectWords(id));
}
