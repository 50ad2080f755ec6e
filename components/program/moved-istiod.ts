import { shown } from "../../arguments/shown";
import type { PreviousResource } from "./previous-state";
import type { NewObject } from "./renamed-objects";

const deployment =
  "istio-mesh:index:ControlPlane$kubernetes:helm.sh/v4:Chart$kubernetes:apps/v1:Deployment";

/** Where a chart's Deployment is, and the part of its URN that stays when it is called otherwise. */
interface Place {
  chart: string;
  namespace: string;
  name: string;
}

function istiodAt(urn: string): Place | undefined {
  const [types = "", path = ""] = urn.split("::").slice(-2);
  const at = urn.lastIndexOf(":");
  const [namespace, name] = path.slice(path.lastIndexOf(":") + 1).split("/");
  return types.endsWith(deployment) && namespace !== undefined && name !== undefined
    ? { chart: urn.slice(0, at), namespace, name }
    : undefined;
}

/** An istiod whose component is to have another one in its place. */
export interface MovedIstiod {
  owner: string | undefined;
  path: "namespace" | "revision";
  text: string;
}

function reasonFor(old: Place, now: Place): Omit<MovedIstiod, "owner"> {
  const [from, to] = [old, now].map(({ namespace, name }) => `${namespace}/${name}`);
  const goes = `Deployment ${from} would be deleted as soon as ${to} is there, while proxies are connected to it, which hear of nothing new until their Pods are made anew`;
  return old.namespace === now.namespace
    ? {
        path: "revision",
        text: `${goes}; leave this one as it is, add a ControlPlane with parts: "istiod" and the new revision, let the Pods follow, and then take this istiod away: by parts: "shared" and the new defaultRevision where its component has the shared parts, too, and with the component where it has not`,
      }
    : {
        path: "namespace",
        text: `${goes}, and the CA that all identities are from stays in ${shown(old.namespace)}; leave the namespace as it is`,
      };
}

/**
 * Whether the one that stays was there first: what goes is then what an update left that was refused when
 * it had made it already, since nobody had looked at a preview.
 */
const stayed = (going: PreviousResource, staying: PreviousResource | undefined): boolean =>
  going.created !== undefined && staying?.created !== undefined && staying.created < going.created;

/**
 * Control planes of which an update would take the running istiod away. The new one is made before that,
 * but sidecars, gateways and waypoints know the address of the old one.
 */
export function movedIstiods(
  before: readonly PreviousResource[],
  now: readonly NewObject[],
): MovedIstiod[] {
  const next = now.flatMap((object) => {
    const place = istiodAt(object.urn);
    return place ? [{ ...object, place }] : [];
  });
  const there = new Set(next.map(({ urn }) => urn));
  return before.flatMap((old) => {
    const place = there.has(old.urn) ? undefined : istiodAt(old.urn);
    const successor = next.find((one) => one.place.chart === place?.chart);
    const known = before.find(({ urn }) => urn === successor?.urn);
    return place && successor && !stayed(old, known)
      ? [{ owner: successor.owner?.words, ...reasonFor(place, successor.place) }]
      : [];
  });
}
