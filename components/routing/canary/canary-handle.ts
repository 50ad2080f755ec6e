import type * as pulumi from "@pulumi/pulumi";
import { given } from "../../../arguments/fields";
import type { Dialect } from "../dialect";
import type { CanaryMatch } from "./canary-args";
import type { CanaryPlan } from "./canary-plan";
import type { VersionWeight } from "./split";

/** How a canary splits the requests for its Service. */
export interface CanarySplit {
  /** Short name of the Service. */
  service: pulumi.Input<string>;
  /** Namespace of the Service. */
  namespace: pulumi.Input<string>;
  /** Versions with their share of the requests. */
  versions: VersionWeight[];
  /**
   * Matches that are tried in their order before the weights.
   * @default - none
   */
  matches?: CanaryMatch[];
  /**
   * What the canary made of the versions: subsets (`"istio"`) or Services (`"gateway-api"`).
   * @default "istio"
   */
  dialect?: Dialect;
  /**
   * Port of the Service.
   * @default - the only one
   */
  port?: pulumi.Input<number>;
  /**
   * DNS domain of the cluster.
   * @default "cluster.local"
   */
  clusterDomain?: string;
}

/** A canary, as routes elsewhere take it: the component itself, or what it says in `handle`. */
export interface CanaryHandle {
  /** How it splits requests: matches, versions and their weights. */
  readonly handle: CanarySplit;
}

const splits = new WeakMap<object, CanarySplit>();

/** Keeps what a canary says to routes elsewhere; a field would be an output of the component. */
export function keepSplit(canary: pulumi.Resource, spec: CanaryPlan): void {
  const { service, namespace, matches, dialect, port, context } = spec;
  const versions = spec.versions.map(({ name, weight }) => ({ name, weight }));
  const { clusterDomain } = context;
  const all = { service, namespace, versions, matches, dialect, port, clusterDomain };
  splits.set(canary, given(all));
}

/** What a canary says to routes elsewhere. Throws before it was kept. */
export function splitOf(canary: pulumi.Resource): CanarySplit {
  const split = splits.get(canary);
  if (split === undefined) {
    throw new Error("a canary says how it splits before anyone asks");
  }
  return split;
}
