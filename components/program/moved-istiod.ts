import { shown } from "../../arguments/shown";
import { type Move, moves, type Watched } from "./moved-place";
import type { PreviousResource } from "./previous-state";
import type { NewObject } from "./renamed-objects";

const istiod: Watched = {
  components: ["istio-mesh:index:ControlPlane"],
  ofChart: "kubernetes:apps/v1:Deployment",
  ofRelease: (name) => name.endsWith("-istiod"),
};

/** An istiod whose component is to have another one in its place. */
export interface MovedIstiod {
  owner: string | undefined;
  path: "namespace" | "revision";
  text: string;
}

function reasonFor({ from, to }: Move): Omit<MovedIstiod, "owner"> {
  const [old, now] = [from, to].map(({ namespace, name }) => `${namespace}/${name}`);
  const goes = `Deployment ${old} would be deleted as soon as ${now} is there, while proxies are connected to it, which hear of nothing new until their Pods are made anew`;
  return from.namespace === to.namespace
    ? {
        path: "revision",
        text: `${goes}; leave this one as it is, add a ControlPlane with parts: "istiod" and the new revision, let the Pods follow, and then take this istiod away: by parts: "shared" and the new defaultRevision where its component has the shared parts, too, and with the component where it has not`,
      }
    : {
        path: "namespace",
        text: `${goes}, and the CA that all identities are from stays in ${shown(from.namespace)}; leave the namespace as it is`,
      };
}

/**
 * Control planes of which an update would take the running istiod away. The new one is made before that,
 * but sidecars, gateways and waypoints know the address of the old one.
 */
export const movedIstiods = (
  before: readonly PreviousResource[],
  now: readonly NewObject[],
): MovedIstiod[] =>
  moves(istiod, before, now).map((move) => ({ owner: move.owner, ...reasonFor(move) }));
