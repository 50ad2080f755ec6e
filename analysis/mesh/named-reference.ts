import type { Verdict } from "./check";
import type { Kind } from "./kinds";
import { isClusterWide, kindOf } from "./kubernetes-object";
import type { Mesh } from "./mesh";
import { slip } from "./slip";

/** An object of a known kind as another one names it. */
export interface NamedReference {
  readonly kind: Kind;
  readonly name: string;
  /** Namespace of the object that names it. */
  readonly namespace: string;
  /** Path of the name. */
  readonly path: string;
}

const wordOf = (kind: Kind): string => kind.slice(0, kind.indexOf("."));

/**
 * What is wrong with the name of an object whose kind is declared by who uses it: it is not there beside others of
 * its kind, or lies in another namespace. Those of the whole cluster may be others', unless the name is a slip.
 */
export function* referenceProblems(mesh: Mesh, reference: NamedReference): Iterable<Verdict> {
  const { kind, name, namespace, path } = reference;
  const word = wordOf(kind);
  const place = isClusterWide(word) ? "" : namespace;
  if (name === "" || mesh.set.find(kind, place, name) !== undefined) {
    return;
  }
  const names = mesh.set
    .inNamespace(place)
    .flatMap(({ id }) => (kindOf(id) === kind ? [id.name] : []));
  const where = place === "" ? "" : ` in namespace ${place}`;
  const { hint, fix } = slip(path, name, names);
  // What says no namespace may be given one later.
  const [elsewhere] = mesh.set
    .all(kind)
    .filter(({ id, source }) => id.name === name && source.metadata.namespace);
  if (elsewhere !== undefined) {
    yield {
      path,
      message: `there is no ${word} ${name}${where}, where it is looked for; there is one in ${elsewhere.id.namespace}`,
      related: [elsewhere.id],
    };
    return;
  }
  yield names.length === 0 || (place === "" && hint === "")
    ? { path, notDeclared: `${word} ${name}${place && `.${place}`}` }
    : { path, message: `there is no ${word} ${name}${where}${hint}`, ...fix };
}
