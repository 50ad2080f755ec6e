import type { Fields } from "./fields";
import type { Gone, Scope } from "./scope";

/** What a set is to be read as. */
export interface MeshOptions {
  /** DNS domain of the cluster. @default "cluster.local" */
  domain?: string;
  /** Namespace of objects that name none. @default "default" */
  namespace?: string;
  /** Release of Istio whose schemas read the objects, as `checkObject` takes it. */
  release?: string;
  /** Mesh config in its own names; wins over a declared one. */
  meshConfig?: Fields;
  /** How much of the cluster the set is. @default Scope.Folder */
  scope?: Scope;
  /**
   * What lies in the cluster beside the set: `namespace/*`, `Kind namespace/name`, `Kind *`, or a host. A
   * reference to it is no mistake.
   */
  external?: readonly string[];
  /** When certificates are looked at. @default - now */
  now?: Date;
  /**
   * Whether a set of which nothing says how it joins the mesh is taken as one that does: its namespaces that are
   * not declared have sidecars, or are ambient where they have a waypoint. @default false
   */
  assumesMesh?: boolean;
}

/** The same of a set after a change. */
export interface ChangedMeshOptions extends MeshOptions {
  /** What was there and is taken away, so that nobody has it elsewhere. */
  gone?: Gone;
}
