import type * as pulumi from "@pulumi/pulumi";
import type { Cluster } from "./cluster";

/** Charts and files bring objects. */
interface Bringing extends pulumi.Resource {
  readonly resources?: pulumi.Output<pulumi.Resource[]>;
}

/** A resource as a program asks for it. */
export interface RegisteredResource {
  resource: Bringing;
  type: string;
  name: string;
  parent?: pulumi.Resource;
  /** What the program wants it to be. */
  props: Readonly<Record<string, unknown>>;
  cluster: Cluster;
  /** Set for an object that the program takes into its state, where it has not been before. */
  imported?: true;
}
