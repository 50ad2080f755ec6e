import type * as pulumi from "@pulumi/pulumi";
import type { Claim } from "../../program/part";
import { selectorKey } from "../../program/selector-key";

/** Whose clients a policy is for. */
export interface PolicyPlace {
  /** Full host that is called. */
  host: pulumi.Input<string>;
  /** Namespace of the rule: a client's own goes before the Service's. */
  namespace: pulumi.Input<string>;
  /** Labels of the clients, when it is not for all. */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * Of two rules in one namespace for the same host and clients, istiod follows the one that came first
 * and leaves out the other's policy.
 */
export const trafficPolicyClaim = (
  { host, namespace, selector }: PolicyPlace,
  path: string,
  way: string,
): Claim => ({
  what: "traffic policy of host",
  key: [host, namespace, ...(selector === undefined ? [] : [selectorKey(selector)])],
  path,
  way,
});
