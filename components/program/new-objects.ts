import type * as pulumi from "@pulumi/pulumi";
import { registeredAs } from "../../arguments/registered-as";
import { namesIn, objectIdentity } from "./object-identity";
import type { Program } from "./program";
import type { RegisteredResource } from "./registered-resource";
import type { NewObject } from "./renamed-objects";
import { settled } from "./settled";

/** The resource and all that are around it. */
function lineage(program: Program, { resource, parent }: RegisteredResource): pulumi.Resource[] {
  const around: pulumi.Resource[] = [resource];
  for (let next = parent; next; next = program.parentOf(next)) {
    around.push(next);
  }
  return around;
}

const aliasesOf = async (resources: readonly pulumi.Resource[]): Promise<string[]> => {
  const all = resources.flatMap((resource) => registeredAs(resource).aliases);
  const known = await Promise.all(all.map((alias) => settled(alias)));
  return known.filter((alias) => alias !== undefined);
};

/** The component that a resource is, or is part of. */
export function ownerOf(program: Program, registered: RegisteredResource): NewObject["owner"] {
  const component = lineage(program, registered).find((one) => program.member(one));
  const { type = "", name = "" } = component ? registeredAs(component) : {};
  const words = program.member(component)?.owner;
  return words === undefined ? undefined : { words, type, name };
}

/** `namespace/name` at the end of what charts and files call their objects. */
function broughtName(urn: string): { name: string; namespace?: string } {
  const path = urn.split("::").at(-1)?.split(":").at(-1) ?? "";
  const [name = "", namespace] = path.split("/").reverse();
  return { name, ...(namespace !== undefined && { namespace }) };
}

const typeOf = (urn: string): string => urn.split("::").at(-2)?.split("$").at(-1) ?? "";

/** Charts and files, which bring the objects of others. */
const bringing = ["kubernetes:helm.sh/v4:", "kubernetes:yaml/v2:"];

/** Whether a resource is a chart or a file. */
export const bringsObjects = ({ type }: RegisteredResource): boolean =>
  bringing.some((prefix) => type.startsWith(prefix));

/** The objects that a resource is or brings, as far as a preview knows them. */
export async function newObjects(
  program: Program,
  registered: RegisteredResource,
): Promise<NewObject[]> {
  const around = lineage(program, registered);
  const common = { owner: ownerOf(program, registered), aliases: await aliasesOf(around) };
  const { resources: brought } = registered.resource;
  if (bringsObjects(registered) && brought) {
    const resources = (await settled(brought)) ?? [];
    const urns = await Promise.all(resources.map(({ urn }) => settled(urn)));
    return urns.flatMap((urn) => {
      const identity = urn && objectIdentity(typeOf(urn), broughtName(urn));
      return urn && identity ? [{ ...common, urn, identity }] : [];
    });
  }
  const names = namesIn(registered.type, registered.props);
  const metadata = (await settled(names)) as { name?: string } | undefined;
  const urn = await settled(registered.resource.urn);
  const { name, ...rest } = metadata ?? {};
  const identity =
    name === undefined ? undefined : objectIdentity(registered.type, { name, ...rest });
  return urn && identity ? [{ ...common, urn, identity }] : [];
}
