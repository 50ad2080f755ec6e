import { type Structure, structureOf } from "../objects/check";
import { unknown } from "../objects/mesh-object";
import { texts } from "./fields";
import type { Kind, Specs } from "./kinds";
import {
  isClusterWide,
  type KubernetesObject,
  kindOf,
  type ObjectId,
  objectWords,
} from "./kubernetes-object";
import { grouped, lazy } from "./lazy";
import { guarded, NotJudged } from "./not-judged";

/** An object of the declared set, as checks read it: parts that are not known yet end a judgement. */
export interface Declared<Spec = unknown> {
  readonly id: ObjectId;
  /** As it was given. */
  readonly source: KubernetesObject;
  readonly object: KubernetesObject;
  /** What its schema says of it. */
  readonly structure: Structure;
  /** With the defaults that the API server fills in. */
  readonly spec: Spec;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const metadataTexts = (value: unknown): Readonly<Record<string, string>> =>
  value === unknown ? guarded({ labels: unknown as never }).labels : texts(value);

/** The object as it stands after the API server's defaults; with a spec that nobody can read if it is refused. */
const filled = (object: KubernetesObject, { schema, spec, findings }: Structure) =>
  schema === undefined ? object : { ...object, spec: findings.length > 0 ? unknown : spec };

/** Whether the API server refuses an object: it will not be there, and stands in nobody's way. */
export const isRefused = ({ structure }: Pick<Declared, "structure">): boolean =>
  structure.schema !== undefined && structure.findings.length > 0;

function declared(source: KubernetesObject, id: ObjectId, release: string | undefined): Declared {
  const structure = structureOf(source, release);
  const object: KubernetesObject = guarded(filled(source, structure), objectWords(id));
  const labels = lazy(() => metadataTexts(object.metadata.labels));
  const annotations = lazy(() => metadataTexts(object.metadata.annotations));
  return {
    id,
    source,
    structure,
    object,
    get spec() {
      if (isRefused({ structure })) {
        throw new NotJudged(`${objectWords(id)} is refused by its schema`);
      }
      return object.spec;
    },
    get labels() {
      return labels();
    },
    get annotations() {
      return annotations();
    },
  };
}

/** All objects that are declared, by kind, namespace and name. Never changes. */
export class DeclaredSet {
  readonly objects: readonly Declared[];
  readonly #byKind: ReadonlyMap<string, readonly Declared[]>;
  readonly #byId: ReadonlyMap<string, Declared>;
  readonly #byNamespace: ReadonlyMap<string, readonly Declared[]>;
  readonly #places: ReadonlySet<string>;
  /** Objects whose name or namespace is not known yet. */
  readonly unplaced: readonly KubernetesObject[];

  /** `namespace` is that of objects that name none; `release` that of Istio whose schemas read them. */
  constructor(objects: readonly KubernetesObject[], namespace = "default", release?: string) {
    const placed: Declared[] = [];
    const unplaced: KubernetesObject[] = [];
    for (const object of objects) {
      const id = idOf(object, namespace);
      if (id) {
        placed.push(declared(object, id, release));
      } else {
        unplaced.push(object);
      }
    }
    this.objects = placed;
    this.unplaced = unplaced;
    this.#byKind = grouped(placed, ({ id }) => kindOf(id));
    this.#byNamespace = grouped(placed, ({ id }) => id.namespace);
    this.#places = new Set(placed.map(({ id }) => `${kindOf(id)}|${id.namespace}`));
    this.#byId = new Map(placed.map((one) => [keyOf(kindOf(one.id), one.id), one]));
  }

  /** All objects of a kind, in their order. */
  all<K extends Kind>(kind: K): readonly Declared<Specs[K]>[] {
    return (this.#byKind.get(kind) ?? []) as readonly Declared<Specs[K]>[];
  }

  /** All objects of a kind that the API server takes. */
  accepted<K extends Kind>(kind: K): readonly Declared<Specs[K]>[] {
    return this.all(kind).filter((one) => !isRefused(one));
  }

  /** All objects of a namespace, of whatever kind. */
  inNamespace(namespace: string): readonly Declared[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** Whether a namespace has any object of a kind. */
  has(kind: Kind, namespace: string): boolean {
    return this.#places.has(`${kind}|${namespace}`);
  }

  /** Namespaces in which something is declared, or that are declared. */
  namespaces(): string[] {
    const own = (this.#byKind.get("Namespace.core") ?? []).map(({ id }) => id.name);
    return [...new Set([...own, ...this.#byNamespace.keys()])].filter((name) => name !== "");
  }

  /** An object by its name. Not judged where one has a name that is not known yet, which may be it. */
  find<K extends Kind>(kind: K, namespace: string, name: string): Declared<Specs[K]> | undefined {
    const found = this.#byId.get(keyOf(kind, { namespace, name }));
    if (found === undefined) {
      this.mustKnow(kind, namespace);
    }
    return found as Declared<Specs[K]> | undefined;
  }

  /** Ends the judgement where an object of a kind has a name or a namespace that is not known yet. */
  mustKnow(kind: Kind, namespace?: string): void {
    const unknownOne = this.unplaced.find((object) => {
      const own = object.metadata.namespace;
      const elsewhere =
        namespace !== undefined && typeof own === "string" && own !== namespace && own !== "";
      return kindOf(object) === kind && !elsewhere;
    });
    if (unknownOne) {
      throw new NotJudged(`the name of a ${unknownOne.kind} is not known yet`);
    }
  }
}

const keyOf = (kind: string, { namespace, name }: Pick<ObjectId, "namespace" | "name">): string =>
  `${kind}|${namespace}|${name}`;

/** What an object is called; nothing while a part of it is not known. */
function idOf(
  { apiVersion, kind, metadata }: KubernetesObject,
  ownNamespace: string,
): ObjectId | undefined {
  const { name, namespace } = metadata;
  if (typeof name !== "string" || (namespace as unknown) === unknown) {
    return undefined;
  }
  const place = isClusterWide(kind) ? "" : namespace || ownNamespace;
  return { apiVersion, kind, name, namespace: place as string };
}
