import type { ObjectIdentity } from "./object-identity";

/** An object as the last update left it, or as this one registers it. */
export interface KnownObject {
  urn: string;
  identity: ObjectIdentity;
}

/** An object that this update registers. */
export interface NewObject extends KnownObject {
  /** The component that made it, in the words of an error, with its name. */
  owner: { words: string; type: string; name: string } | undefined;
  /** Identities that it, or a component around it, had before. */
  aliases: readonly string[];
}

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? "";
const typesOf = (urn: string): string[] => urn.split("::").at(-2)?.split("$") ?? [];

/** Names of children begin with that of their component. */
const isOf = (urn: string, component: string): boolean =>
  nameOf(urn) === component || ["-", ":"].some((next) => nameOf(urn).startsWith(component + next));

const isComponent = (urn: string): boolean =>
  !(typesOf(urn).at(-1) ?? "").startsWith("kubernetes:");

/** An alias of a component stands for its children too. */
const isAliased = (old: KnownObject, { aliases }: NewObject): boolean =>
  aliases.some(
    (alias) => alias === old.urn || (isComponent(alias) && isOf(old.urn, nameOf(alias))),
  );

/** The component that is gone and that the object was part of: its children begin with its name. */
function formerOwner(
  old: KnownObject,
  usual: string | undefined,
  gone: readonly string[],
): { type: string; name: string } | undefined {
  const around = typesOf(old.urn).slice(0, -1);
  const type = around.find((one) => one === usual) ?? around.reverse().find(isOurs);
  const [name] = gone
    .filter((urn) => typesOf(urn).at(-1) === type && isOf(old.urn, nameOf(urn)))
    .map(nameOf)
    .sort((a, b) => b.length - a.length);
  return type === undefined || name === undefined ? undefined : { type, name };
}

/** Components of this library; charts are between them and their objects. */
const isOurs = (type: string): boolean => type.startsWith("istio-mesh:");

const bareType = (type: string): string => type.split(":").at(-1) ?? type;

const namespaces = "core Namespace ";

/**
 * Whoever takes over a namespace from a component of another kind says that it is there: what created it
 * leaves it as it is.
 */
function handedOver(old: KnownObject, now: NewObject, before: string | undefined) {
  if (!old.identity.startsWith(namespaces) || !now.owner || before === now.owner.type) {
    return undefined;
  }
  const say = now.owner.type.endsWith(":MeshNamespace") ? "adopt: true" : "createNamespace: false";
  return `to keep the namespace, write ${say} on ${now.owner.words}: who created it leaves it as it is, unless deleteNamespace was in effect there, which an update before this one has to take out`;
}

/** What to do, in words that are the same for all objects of one renamed component. */
function wayOut(old: KnownObject, now: NewObject, gone: readonly string[], both: boolean): string {
  const before = formerOwner(old, now.owner?.type, gone);
  const namespace = handedOver(old, now, before?.type);
  if (namespace) {
    return namespace;
  }
  if (!both && now.owner === undefined) {
    return `to keep the object, say in the options of the new resource which one it was: { aliases: [${JSON.stringify(old.urn)}] }`;
  }
  if (both || before === undefined || now.owner === undefined) {
    return `to keep the object, take the old resource out of the state first: pulumi state delete '${old.urn}'`;
  }
  const name = JSON.stringify(before.name);
  return before.type === now.owner.type
    ? `if ${name} is now called ${JSON.stringify(now.owner.name)}, say so in its options: { aliases: [{ name: ${name} }] }`
    : `if ${now.owner.words} is in the place of ${bareType(before.type)} ${name}, say so in its options: { aliases: [{ type: ${JSON.stringify(before.type)}, name: ${name} }] }`;
}

const withoutGroup = (identity: ObjectIdentity): string => identity.split(" ").slice(1).join(" ");

/** A component, or an object without one, whose objects would be lost. */
export interface RenamedOwner {
  /** In the words of an error; absent for objects that no component makes. */
  owner: string | undefined;
  text: string;
}

interface Loss {
  owner: string | undefined;
  object: string;
  way: string;
}

function losses(
  before: readonly Partial<KnownObject>[],
  now: readonly NewObject[],
  registered: ReadonlySet<string>,
): Loss[] {
  const known = new Set(before.map(({ urn }) => urn));
  const gone = before.filter(
    (old): old is KnownObject => old.urn !== undefined && !registered.has(old.urn),
  );
  const urns = gone.map(({ urn }) => urn);
  return now.flatMap((object) => {
    // Once both are in the state, an alias comes too late.
    const both = known.has(object.urn);
    return gone
      .filter((old) => old.identity === object.identity && (both || !isAliased(old, object)))
      .map((old) => ({
        owner: object.owner?.words,
        object: withoutGroup(object.identity),
        way: wayOut(old, object, urns, both),
      }));
  });
}

/**
 * Objects that would be created under a new name in the program and then deleted under the old one: in
 * the end they would be gone, and the update would say that all went well. `before` are all resources
 * of the last update.
 */
export function renamedObjects(
  before: readonly Partial<KnownObject>[],
  now: readonly NewObject[],
  registered: ReadonlySet<string>,
): RenamedOwner[] {
  const all = losses(before, now, registered);
  const ways = [...new Set(all.map(({ owner, way }) => `${owner} ${way}`))];
  return ways.flatMap((key) => {
    const same = all.filter(({ owner, way }) => `${owner} ${way}` === key);
    const [first] = same;
    const objects = same.map(({ object }) => object).join(", ");
    return first
      ? [
          {
            owner: first.owner,
            text: `${objects}: would be created and then deleted, since the state has it under a name that the program no longer has; ${first.way}`,
          },
        ]
      : [];
  });
}
