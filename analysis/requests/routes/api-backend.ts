import { networkingApi } from "../../../values/known-names";
import { fullName, isFullName } from "../../../values/service-host";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";
import { isGranted } from "../../mesh/model/grants";
import type { Destination } from "../route";
import { stepOf } from "../trail";

/** A backend as routes of the Gateway API name it. */
export interface BackendReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly weight?: number;
}

/** A route that istiod cannot translate at all: it leaves out the whole object. */
export interface Untranslatable {
  readonly untranslatable: string;
}

/** Where a backend is looked for. */
export interface BackendSource {
  readonly mesh: Mesh;
  readonly route: Declared;
  /** Whether a Service parent has it, whose owner needs no grant. */
  readonly forMesh: boolean;
}

/** Status for a backend that is missing, or not to be used. */
const noBackend = 500;

const isServiceLike = new Set(["Service", "ServiceImport.multicluster.x-k8s.io"]);

/** Whether something came in place of a translation. */
export const isUntranslatable = <T extends object>(
  made: T | Untranslatable,
): made is Untranslatable => "untranslatable" in made;

/** A backend as a destination: 500 where it is not granted or not there. */
export function backendOf(
  { mesh, route, forMesh }: BackendSource,
  reference: BackendReference,
  path: string,
): Destination | Untranslatable {
  const { group = "", kind = "Service", name, namespace, port } = reference;
  const own = route.id.namespace;
  const step = stepOf(route, path);
  const unusable = (reason: string): Destination => ({
    host: name,
    step,
    unusable: { status: noBackend, reason },
  });
  const isElsewhere = namespace !== undefined && namespace !== own;
  if (!forMesh && isElsewhere && !isGranted(mesh, route.id, { group, kind, namespace, name })) {
    return unusable(`no ReferenceGrant lets ${own} send to ${kind} ${name}.${namespace}`);
  }
  const what = group === "" ? kind : `${kind}.${group}`;
  const isHostname = what === `Hostname.${networkingApi}`;
  if (!isServiceLike.has(what) && !isHostname) {
    return unusable(`${what} is no kind that requests are sent to`);
  }
  const problem =
    port === undefined
      ? "has no port"
      : isHostname
        ? namespace !== undefined && "is a host, which has no namespace"
        : isFullName(name) && what === "Service" && "is no name of a Service";
  if (problem || port === undefined) {
    return { untranslatable: `${path} ${problem}` };
  }
  const place = namespace ?? own;
  const host = isHostname ? name : fullName(name, place, mesh.config.domain);
  return { host, port, step, notFound: noBackend };
}

/** Whether a Service or a host of a backend is not there, so that a mirror to it is left out. */
export function isMissing(mesh: Mesh, { host }: Destination): boolean {
  const found = mesh.hosts.named(host).length > 0;
  if (!found) {
    mesh.mustKnow(Kind.Service);
  }
  return !found;
}
