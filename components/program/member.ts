import type * as pulumi from "@pulumi/pulumi";
import type { Cluster } from "./cluster";

/** Argument or option that is doubtful, and why. */
export interface MemberDoubt {
  path: string;
  reason: string;
}

/** A component, or an object made without one, that is part of a program. */
export interface Member {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  cluster: Cluster;
  /** Set as soon as there is one: warnings are shown at it. */
  resource?: pulumi.Resource;
  /** What it is made after, as its options say. */
  waitsFor?: readonly pulumi.Resource[];
  /** To be shown at the resource, once there is one, or with what it is refused for. */
  doubts?: readonly MemberDoubt[];
}
