import type { PreviousResource } from "./previous-state";
import type { NewObject } from "./renamed-objects";

/** Where something is that others are connected to, and the part of its URN that stays when it moves. */
interface Place {
  within: string;
  namespace: string;
  name: string;
}

/** What must not be taken away from those who are connected to it. */
export interface Watched {
  /** Components that make it. */
  components: readonly string[];
  /** The object of a chart, by Pulumi's type, that everybody is connected to. */
  ofChart?: string;
  /** Whether a release of this name brings it, where Helm installs. */
  ofRelease?: (name: string) => boolean;
  /** The same for an object that a component makes by itself. */
  object?: string;
}

const chart = "kubernetes:helm.sh/v4:Chart";
const release = "kubernetes:helm.sh/v3:Release";

/** Namespace and name at the end of an identity, or of what a chart calls its objects. */
function placed(within: string, text: string): Place | undefined {
  const [namespace, name] = text.split("/");
  return namespace && name ? { within, namespace, name } : undefined;
}

function placeOf(watched: Watched, { urn, identity = "" }: PreviousResource): Place | undefined {
  const [types = "", path = ""] = urn.split("::").slice(-2);
  const around = types.split("$");
  const type = around.pop();
  const component = around.filter((one) => one !== chart).at(-1);
  if (component === undefined || !watched.components.includes(component)) {
    return undefined;
  }
  if (type === watched.ofChart && around.at(-1) === chart) {
    const at = urn.lastIndexOf(":");
    return placed(urn.slice(0, at), path.slice(path.lastIndexOf(":") + 1));
  }
  const isBrought = type === release && watched.ofRelease?.(path);
  return isBrought || type === watched.object
    ? placed(urn, identity.slice(identity.lastIndexOf(" ") + 1))
    : undefined;
}

/** What is to be in another place after the update. */
export interface Move {
  owner: string | undefined;
  from: Place;
  to: Place;
}

/**
 * Whether the one that stays was there first: what goes is then what an update left that was refused when
 * it had made it already, since nobody had looked at a preview.
 */
const stayed = (going: PreviousResource, staying: PreviousResource | undefined): boolean =>
  going.created !== undefined && staying?.created !== undefined && staying.created < going.created;

const isSame = (one: Place, other: Place): boolean =>
  one.within === other.within && one.namespace === other.namespace && one.name === other.name;

/** What an update would make anew in another place, and then take away from where it is. */
export function moves(
  watched: Watched,
  before: readonly PreviousResource[],
  now: readonly NewObject[],
): Move[] {
  const next = now.flatMap((object) => {
    const place = placeOf(watched, object);
    return place ? [{ ...object, place }] : [];
  });
  return before.flatMap((old) => {
    const place = placeOf(watched, old);
    if (place === undefined || next.some((one) => isSame(one.place, place))) {
      return [];
    }
    const successor = next.find((one) => one.place.within === place.within);
    const known = before.find(({ urn }) => urn !== old.urn && urn === successor?.urn);
    return successor && !stayed(old, known)
      ? [{ owner: successor.owner?.words, from: place, to: successor.place }]
      : [];
  });
}
