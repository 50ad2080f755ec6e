import type {
  EnvoyFilterConfigPatch,
  EnvoyFilterSpec,
} from "../../../schemas/kinds/networking/envoy-filter";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";

/** A patch of an EnvoyFilter. */
export interface EnvoyPatch {
  readonly source: Declared<EnvoyFilterSpec>;
  /** Path of the patch in the EnvoyFilter. */
  readonly path: string;
  readonly applyTo: string;
  readonly operation: string;
  /** What it puts in, or else the filter that it looks for. */
  readonly name: string;
  /** Pattern of the proxies' versions that it is for. */
  readonly proxyVersion: string | undefined;
}

function nameOf({ patch, match }: EnvoyFilterConfigPatch): string {
  const value = patch?.value;
  if (value === undefined) {
    return "";
  }
  return typeof value.name === "string"
    ? value.name
    : (match?.listener?.filterChain?.filter?.name ?? "");
}

/** The patches of an EnvoyFilter. */
export const patchesOf = (source: Declared<EnvoyFilterSpec>): EnvoyPatch[] =>
  (source.spec.configPatches ?? []).map((entry, i) => ({
    source,
    path: `spec.configPatches[${i}]`,
    applyTo: entry.applyTo ?? "INVALID",
    operation: entry.patch?.operation ?? "INVALID",
    name: nameOf(entry),
    proxyVersion: entry.match?.proxy?.proxyVersion || undefined,
  }));

const placeOf = ({ source: { id }, path }: EnvoyPatch): string =>
  `${id.namespace}/${id.name} ${path}`;

/** For each patch, the versions that patches of the same name before it are for. */
function versionsBefore(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, readonly string[]>();
  const before = new Map<string, readonly string[]>();
  for (const patch of mesh.set.accepted(Kind.EnvoyFilter).flatMap(patchesOf)) {
    const { name, proxyVersion } = patch;
    const known = byName.get(name) ?? [];
    before.set(placeOf(patch), known);
    if (proxyVersion !== undefined) {
      byName.set(name, [...known, proxyVersion]);
    }
  }
  return before;
}

/** The versions that patches of the same name before this one are for. */
export const versionsBeforePatch = (mesh: Mesh, patch: EnvoyPatch): readonly string[] =>
  mesh.fact(versionsBefore).get(placeOf(patch)) ?? [];

const byNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Declared<EnvoyFilterSpec>[]> =>
  grouped(mesh.set.all(Kind.EnvoyFilter), ({ id }) => id.namespace);

/** Other EnvoyFilters that may patch the same proxies. */
export function filtersBeside(
  mesh: Mesh,
  { id }: Declared<EnvoyFilterSpec>,
): Declared<EnvoyFilterSpec>[] {
  const root = mesh.config.rootNamespace;
  const near =
    id.namespace === root
      ? mesh.set.all(Kind.EnvoyFilter)
      : [root, id.namespace].flatMap((place) => mesh.fact(byNamespace).get(place) ?? []);
  return near.filter((one) => one.id.namespace !== id.namespace || one.id.name !== id.name);
}

const lists: readonly string[] = ["ROUTE_CONFIGURATION", "HTTP_ROUTE"];
const replaceable: readonly string[] = ["HTTP_FILTER", "NETWORK_FILTER", "VIRTUAL_HOST"];

/** Whether Envoy's parts of this sort are added and removed by patches. */
export const isAddable = (applyTo: string): boolean => !lists.includes(applyTo);

/** Whether parts of this sort can be replaced. */
export const isReplaceable = (applyTo: string): boolean => replaceable.includes(applyTo);

/** Whether an operation looks for something that another patch may have put in before, or not yet. */
export function isRelative({ operation, applyTo }: EnvoyPatch): boolean {
  return (
    operation === "INSERT_BEFORE" ||
    operation === "INSERT_AFTER" ||
    (operation === "REPLACE" && isReplaceable(applyTo)) ||
    (operation === "REMOVE" && isAddable(applyTo))
  );
}
