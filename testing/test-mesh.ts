import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { isClusterWide, kindOf } from "../analysis/mesh/kubernetes-object";
import { Mesh } from "../analysis/mesh/mesh";
import { Client } from "./client";
import { type GivenObjects, givenObjects } from "./given-objects";
import { type ProgramObject, type ProgramObjects, plainObject } from "./program-objects";

/** What a set of objects is to be read as. */
export interface MeshOptions {
  /**
   * What mocks do not render, or what lies in the cluster beside the program: rendered texts in YAML or JSON, or
   * objects.
   * @default - none
   */
  objects?: GivenObjects;
  /**
   * Mesh config in its own names.
   * @default - what the charts or the objects say of it, else Istio's own
   */
  meshConfig?: Readonly<Record<string, unknown>>;
  /**
   * DNS domain of the cluster.
   * @default "cluster.local"
   */
  domain?: string;
  /**
   * Namespace of objects that name none, and whose provider has none.
   * @default "default"
   */
  namespace?: string;
}

/** At which gateway somebody outside asks. */
export interface OutsideOptions {
  /**
   * `namespace/name` of the entrance: a Gateway of either API, or the workload that runs one.
   * @default - the gateway whose servers know the host and the port
   */
  gateway?: string;
  /**
   * Address as the gateway sees it.
   * @default - one that no block of a policy names
   */
  ip?: string;
}

/** A Pod that the mesh does not declare. */
export interface PodOptions {
  /** Where it runs. */
  namespace: string;
  /**
   * What of the mesh stands before it: `sidecar`, `ambient`, or `none`.
   * @default - what its namespace says
   */
  mode?: "sidecar" | "ambient" | "none";
  /**
   * Its labels.
   * @default - none
   */
  labels?: Readonly<Record<string, string>>;
  /**
   * Its identity.
   * @default "default"
   */
  serviceAccount?: string;
}

/** Kind, namespace and name: two objects of one key are the same. */
function keyOf(object: KubernetesObject, usualNamespace = "default"): string {
  const { namespace = usualNamespace, name } = object.metadata;
  const place = isClusterWide(object.kind) ? "" : String(namespace);
  return [kindOf(object), place, String(name)].join("\n");
}

/** A mesh that is asked for requests. */
export class TestMesh {
  readonly #mesh: Mesh;
  readonly #shown: readonly KubernetesObject[];
  /** All objects, in the order of kinds, namespaces and names. */
  readonly objects: readonly KubernetesObject[];
  /** What mocks did not render and nobody gave, in words. */
  readonly notRendered: readonly string[];

  /** @internal */
  constructor(
    all: readonly ProgramObject[],
    { meshConfig, domain, namespace }: MeshOptions,
    notRendered: readonly string[] = [],
  ) {
    const sorted = [...new Map(all.map((one) => [keyOf(one.object, namespace), one]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one);
    this.objects = sorted.map(({ object }) => object);
    this.#shown = sorted.map(({ shown }) => shown);
    this.notRendered = notRendered;
    this.#mesh = new Mesh(this.objects, {
      ...(meshConfig && { meshConfig }),
      ...(domain !== undefined && { domain }),
      ...(namespace !== undefined && { namespace }),
    });
  }

  /** A workload that asks: by its own name, its label `app`, or its service account. */
  from(workload: string, namespace = "default"): Client {
    return this.#client({ kind: "workload", namespace, name: workload });
  }

  /** A Pod that the mesh does not declare and that asks. */
  fromPod({ namespace, mode, labels, serviceAccount }: PodOptions): Client {
    return this.#client({
      kind: "pod",
      namespace,
      mode: mode ?? this.#mesh.namespaces.get(namespace)?.mode ?? "none",
      ...(labels && { labels }),
      ...(serviceAccount !== undefined && { serviceAccount }),
    });
  }

  /** Somebody outside the cluster who asks at a gateway. */
  outside({ gateway, ip }: OutsideOptions = {}): Client {
    return this.#client({
      kind: "outside",
      ...(gateway !== undefined && { gateway }),
      ...(ip !== undefined && { ip }),
    });
  }

  /**
   * All objects as a text to be kept beside the test, without any secret: what `impactOf` compares with. It is the
   * same for the same objects.
   */
  snapshot(): string {
    return `${JSON.stringify(this.#shown, undefined, 2)}\n`;
  }

  #client(caller: ConstructorParameters<typeof Client>[1]): Client {
    const hint =
      this.notRendered.length === 0
        ? ""
        : `; not rendered: ${this.notRendered.join(", ")}; give what they render to in \`objects\``;
    return new Client(this.#mesh, caller, hint);
  }
}

const given = ({ objects = [] }: Pick<MeshOptions, "objects">): ProgramObject[] =>
  givenObjects(objects, "objects").map(plainObject);

/**
 * The mesh of a program: what is given wins over what stands for charts.
 *
 * @internal
 */
export const meshOfProgram = (
  { objects, standIns, notRendered }: ProgramObjects,
  options: MeshOptions,
): TestMesh => new TestMesh([...standIns, ...objects, ...given(options)], options, notRendered);

/**
 * The mesh of objects alone, rendered or written by hand, without a program.
 *
 * @throws TypeError for what is no object.
 */
export const meshOfObjects = (objects: GivenObjects, options: MeshOptions = {}): TestMesh =>
  new TestMesh([...given({ objects }), ...given(options)], options);
