import { isCalledLikeAService, isFullName, serviceOfHost } from "../../values/service-host";
import type { Mesh } from "../mesh/mesh";
import { Thing } from "../mesh/scope";
import { Outcome } from "./answer";

const withDomain = (name: string, { config }: Mesh): string =>
  name.endsWith(".svc") ? `${name}.${config.domain}` : name;

/** Whether a name is `service.namespace` with a namespace of the set. */
function isInNamespace(mesh: Mesh, name: string): boolean {
  const [, place = "", ...rest] = name.split(".");
  return rest.length === 0 && (mesh.namespaces.get(place)?.declared ?? false);
}

/** Whether nobody but the cluster's own DNS could know a name: no host outside is called so. */
export const isOfCluster = (mesh: Mesh, name: string): boolean =>
  !isFullName(name) ||
  isCalledLikeAService(name) ||
  serviceOfHost(withDomain(name, mesh)) !== undefined ||
  isInNamespace(mesh, name);

/** The end of a call by a name that the set has nobody for: nothing is called at all. */
export function nobodyNamed(mesh: Mesh, name: string, callersNamespace: string) {
  const [own, place = callersNamespace] = name.split(".");
  return mesh.speaksFor(Thing.Service, place, own)
    ? { outcome: Outcome.Unavailable, reason: `there is no Service ${name}` }
    : { outcome: Outcome.NotJudged, notModelled: [`Service ${name} is not declared`] };
}
