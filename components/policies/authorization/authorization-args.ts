import type * as pulumi from "@pulumi/pulumi";
import type { PolicyArgs } from "../policy-args";
import type { AuthorizationRule } from "./authorization-rule";

/** What happens to a request that one of the rules fits. */
export const AuthorizationAction = {
  /** It passes. As soon as one such policy is for a workload, whatever none of them fits is refused. */
  Allow: "ALLOW",
  /** It is refused, whatever is allowed elsewhere. */
  Deny: "DENY",
  /** It is noted in the audit log, if a plugin for that is there, and judged by the other policies. */
  Audit: "AUDIT",
  /** An authorizer outside the proxy decides; a refusal of it is final. */
  Custom: "CUSTOM",
} as const;
export type AuthorizationAction = (typeof AuthorizationAction)[keyof typeof AuthorizationAction];

/** Policies without rules of their own, in Istio's words. */
export const AuthorizationPreset = {
  /** Nothing passes but what other ALLOW policies let through: the base of allow lists. */
  AllowNothing: "allow-nothing",
  /** Everything passes but what a DENY policy refuses. */
  AllowAll: "allow-all",
  /** Nothing passes, whatever is allowed elsewhere. */
  DenyAll: "deny-all",
  /** An authorizer outside the proxy decides on everything. */
  CustomAll: "custom-all",
  /** Everything is noted in the audit log. */
  AuditAll: "audit-all",
} as const;
export type AuthorizationPreset = (typeof AuthorizationPreset)[keyof typeof AuthorizationPreset];

/** Set one of `rules`, `preset` and `onlyThroughWaypoint`. */
export interface AuthorizationArgs extends PolicyArgs {
  /**
   * What happens to a request that a rule fits: `"ALLOW"`, `"DENY"`, `"AUDIT"` or `"CUSTOM"`. The
   * first ALLOW policy of a workload refuses everything that no ALLOW policy fits.
   * @default "ALLOW"
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy-Action
   * @narrows
   */
  action?: AuthorizationAction;
  /**
   * Rules, of which one has to fit.
   * @default - none, and `preset` or `onlyThroughWaypoint` says what holds
   */
  rules?: AuthorizationRule[];
  /**
   * A policy without rules: `"allow-nothing"` (the base of allow lists), `"allow-all"`, `"deny-all"`,
   * `"custom-all"` (`provider` decides on everything) or `"audit-all"`.
   * @default - none
   * @see https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy
   */
  preset?: AuthorizationPreset;
  /**
   * Ambient mode: name of the waypoint, or `namespace/name`, that all connections have to come
   * through. Without such a policy a client reaches a Pod by its own address, past the waypoint and
   * past the policies there. It is for Pods, so it takes no targets.
   * @default - Pods may be reached past the waypoint
   * @narrows
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/
   */
  onlyThroughWaypoint?: pulumi.Input<string>;
  /**
   * Action `CUSTOM` only, and needed there: name of the authorizer among the mesh config's
   * `extensionProviders`. A workload has one: where a second one is asked, istiod refuses the requests
   * that either is to decide on. One authorizer that tells hosts and paths apart, or a gateway for each,
   * is the way to have several.
   * @default - none
   * @see https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
   */
  provider?: pulumi.Input<string>;
  /**
   * Whether workloads may have several authorizers: istiod, 1.29 or later, runs with
   * `PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS` set to `true`.
   * @default - as a `ControlPlane` declared before it says, otherwise false
   */
  multipleProviders?: boolean;
  /**
   * Names that the mesh config declares under `extensionProviders`; `provider` has to be one of them.
   * @default - those of the program's `ControlPlane`, if it has one
   */
  knownProviders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether the policy only writes to the logs what it would do. Actions `ALLOW` and `DENY` only.
   * @default false
   * @see https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/
   */
  dryRun?: pulumi.Input<boolean>;
  /**
   * Trust domain of the service accounts in the rules, e.g. `cluster.local`; they are then written as
   * principals.
   * @default - service accounts of any trust domain fit
   * @narrows
   */
  trustDomain?: pulumi.Input<string>;
  /**
   * Name of the AuthorizationPolicy.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
}
