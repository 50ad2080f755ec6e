import { serviceOfHost } from "../../../values/service-host";
import type { Asked } from "./asking/drafts";
import { anyMethodBut } from "./asking/methods";
import { type Wish, wishWords } from "./asking/part";
import type { CallerClass } from "./callers";
import { type Place, unknownHost } from "./places";

const few = 3;
/** Who is concerned is told as long as it can be read. */
const several = 8;

/** Some of what there is; what has several conditions itself is set off by semicolons. */
const listed = (all: readonly string[], most = few): string => {
  const more = all.length - most;
  const between = all.some((one) => one.includes(", ")) ? "; " : ", ";
  return more > 1 ? `${all.slice(0, most).join(between)} and ${more} more` : all.join(between);
};

/** A host as a reviewer calls it: `reviews.bookinfo`. */
export function hostWords({ host }: Pick<Place, "host">): string {
  if (host === unknownHost) {
    return "hosts that nobody declares";
  }
  const [namespace, name] = serviceOfHost(host) ?? [];
  return name === undefined ? host : `${name}.${namespace}`;
}

/** The same of what clients call, who name no host where they come to a gateway with bytes. */
export const calledWords = (place: Place): string =>
  place.gateway !== undefined && place.protocol === "tcp" ? "any host" : hostWords(place);

const namespaceOf = (member: string): string => member.slice(member.lastIndexOf(".") + 1);

const namespaces = new WeakMap<CallerClass, ReadonlySet<string>>();

/** Namespaces of the members of a class. */
function namespacesOf(one: CallerClass): ReadonlySet<string> {
  const found = namespaces.get(one) ?? new Set(one.members.map(namespaceOf));
  namespaces.set(one, found);
  return found;
}

/** Workloads by their names, or by their namespaces where all of these are meant. */
function memberWords(own: readonly CallerClass[], others: readonly CallerClass[]): string {
  const members = own.flatMap((one) => one.members);
  if (members.length <= few) {
    return members.join(", ");
  }
  const whole = new Set(own.flatMap((one) => [...namespacesOf(one)]));
  const isWhole = !others.some((one) => [...namespacesOf(one)].some((name) => whole.has(name)));
  return isWhole
    ? `${whole.size === 1 ? "namespace" : "namespaces"} ${listed([...whole])}`
    : `${members.length} workloads (${listed(members, several)})`;
}

/** Who asks: `mesh` where all of it is meant. */
export function fromWords(some: readonly CallerClass[], all: readonly CallerClass[]): string {
  const own = new Set(some);
  const inMesh = all.filter(({ isInMesh }) => isInMesh);
  const isMesh = inMesh.length > 0 && inMesh.every((one) => own.has(one));
  const rest = isMesh ? some.filter(({ isInMesh }) => !isInMesh) : some;
  const declared = rest.filter(({ members }) => members.length > 0);
  const others = all.filter((one) => !own.has(one));
  const named = declared.length > 0 ? [memberWords(declared, others)] : [];
  const words = [...new Set(rest.flatMap((one) => (one.words === "" ? [] : [one.words])))];
  return [...(isMesh ? ["mesh"] : []), ...named, ...words].join(", ");
}

/** What a request has that was made for conditions, or for none; of a list as a whole, where all of it is meant. */
function askedWords(
  { fits, draft, words }: Asked,
  wishes: readonly Wish[],
  isWhole: (wish: number) => boolean,
): string {
  const own = fits.flatMap((i) => wishes[i] ?? []);
  return own.length > 0 && (words === undefined || fits.every(isWhole))
    ? wishWords(own)
    : (words ?? `path ${draft.path}`);
}

/** Whether all that is said is that the method is none of some: other conditions have words beside their names. */
const isOfMethodAlone = (words: string): boolean =>
  words.startsWith(anyMethodBut) &&
  !words.slice(anyMethodBut.length).replaceAll(", ", "").includes(" ");

/** All but some; all but the other methods are these. */
function butWords(anything: string, names: readonly string[]): string {
  const others = names.find(isOfMethodAlone);
  return others !== undefined && names.every((one) => one.endsWith(others))
    ? `method ${others.slice(anyMethodBut.length)}`
    : `${anything} but ${listed(names)}`;
}

/** Which requests are meant of all that were asked: `any path`, `any path but /cart`, `path /cart`. */
export function requestsWords(
  some: readonly Asked[],
  all: readonly Asked[],
  wishes: readonly Wish[],
  { protocol }: Pick<Place, "protocol">,
): string {
  const anything = protocol === "tcp" || protocol === "tls" ? "any connection" : "any path";
  const own = new Set(some);
  const isPlain = ({ plain, fits }: Asked) => plain && fits.length > 0;
  const isNear = ({ plain, fits }: Asked) => !plain && fits.length === 0;
  const isListed = ({ fits, words, isSpecial = false }: Asked) =>
    fits.length > 0 && words !== undefined && !isSpecial;
  const wholeOf = (list: ReadonlySet<Asked>) => (wish: number) =>
    all.every((one) => !one.ofLists?.includes(wish) || list.has(one));
  if (some.length === all.length) {
    return anything;
  }
  if (some.some(({ plain, fits }) => plain && fits.length === 0)) {
    const others = all.filter(
      (one) => (isPlain(one) || isNear(one) || isListed(one)) && !own.has(one),
    );
    const isWhole = wholeOf(new Set(others));
    const names = [...new Set(others.map((one) => askedWords(one, wishes, isWhole)))];
    return names.length === 0 ? anything : butWords(anything, names);
  }
  const plain = some.filter((one) => isPlain(one) || isListed(one));
  const named = plain.length > 0 ? plain : some;
  return listed([...new Set(named.map((one) => askedWords(one, wishes, wholeOf(own))))]);
}
