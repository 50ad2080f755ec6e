import type { GivenObjects } from "./given-objects";

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
