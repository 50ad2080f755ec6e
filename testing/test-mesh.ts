import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { identityOf } from "../analysis/mesh/kubernetes-object";
import { Mesh } from "../analysis/mesh/mesh";
import { Client } from "./client";
import { type GivenObjects, givenObjects } from "./given-objects";
import type { MeshOptions, OutsideOptions, PodOptions } from "./mesh-options";
import { type ProgramObject, type ProgramObjects, plainObject } from "./program-objects";
import { unknownWhereConcealed } from "./secrets";

const withoutMarks = (objects: readonly KubernetesObject[]): KubernetesObject[] =>
  objects.map((one) => unknownWhereConcealed(one) as KubernetesObject);

/** The objects of a snapshot. */
function listIn(snapshot: string): object[] {
  let value: unknown;
  try {
    value = JSON.parse(snapshot);
  } catch {
    value = undefined;
  }
  if (!Array.isArray(value)) {
    throw new TypeError("the snapshot is no text of mesh.snapshot()");
  }
  return value;
}

/** A mesh that is asked for requests. */
export class TestMesh {
  readonly #options: MeshOptions;
  readonly #mesh: Mesh;
  readonly #shown: readonly KubernetesObject[];
  /** All objects, in the order of kinds, namespaces and names. */
  readonly objects: readonly KubernetesObject[];
  /** What mocks did not render and nobody gave, in words. */
  readonly notRendered: readonly string[];

  /** @internal */
  constructor(
    all: readonly ProgramObject[],
    options: MeshOptions,
    notRendered: readonly string[] = [],
  ) {
    const sorted = [...new Map(all.map((one) => [identityOf(one.object, options.namespace), one]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one);
    this.objects = sorted.map(({ object }) => object);
    this.#shown = sorted.map(({ shown }) => shown);
    this.notRendered = notRendered;
    this.#options = options;
    this.#mesh = this.#meshOf(this.objects);
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

  /**
   * The mesh as its snapshot has it.
   *
   * @internal
   */
  concealed(): Mesh {
    return this.#meshOf(withoutMarks(this.#shown));
  }

  /**
   * The mesh of a snapshot, read as this one is.
   *
   * @internal
   */
  formerly(snapshot: string): Mesh {
    return this.#meshOf(withoutMarks(givenObjects(listIn(snapshot), "the snapshot")));
  }

  #meshOf(objects: readonly KubernetesObject[]): Mesh {
    const { meshConfig, domain, namespace } = this.#options;
    return new Mesh(objects, {
      assumesMesh: true,
      ...(meshConfig && { meshConfig }),
      ...(domain !== undefined && { domain }),
      ...(namespace !== undefined && { namespace }),
    });
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
