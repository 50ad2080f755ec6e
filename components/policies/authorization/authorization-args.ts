import type * as pulumi from "@pulumi/pulumi";
import type { PolicyArgs } from "../policy-args";

/**
 * Who calls. All fields that are set have to fit, each by one of its values. Identities need mutual
 * TLS. `*` stands for any text at one end of principals and namespaces, and alone for any identity.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
 * @narrows
 */
export interface AuthorizationSource {
  /**
   * Service accounts of the callers, as `name` in the policy's namespace or as `namespace/name`, 16 at
   * most and without wildcard. Not together with `principals` or `namespaces`.
   * @default - any
   */
  serviceAccounts?: pulumi.Input<pulumi.Input<string>[]>;
  /** Service accounts that do not fit. @default - none */
  notServiceAccounts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Identities, as `<trust domain>/ns/<namespace>/sa/<service account>` and without `spiffe://`.
   * @default - any
   */
  principals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Identities that do not fit. @default - none */
  notPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Namespaces of the callers. @default - any */
  namespaces?: pulumi.Input<pulumi.Input<string>[]>;
  /** Namespaces whose callers do not fit. @default - none */
  notNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
  /** Trust domains of the callers; heeded by Envoy only. @default - any */
  trustDomains?: pulumi.Input<pulumi.Input<string>[]>;
  /** Trust domains whose callers do not fit; heeded by Envoy only. @default - none */
  notTrustDomains?: pulumi.Input<pulumi.Input<string>[]>;
  /** Addresses at the other end of the connection, as IP or CIDR. @default - any */
  ipBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /** Addresses that do not fit. @default - none */
  notIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Addresses of the clients as `X-Forwarded-For` or the PROXY protocol names them, as IP or CIDR. At a
   * gateway it needs `numTrustedProxies` of the gateway or of the mesh config; without, they are those at
   * the other end of the connection.
   * @default - any
   * @see https://istio.io/latest/docs/tasks/security/authorization/authz-ingress/
   */
  remoteIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /** Client addresses that do not fit. @default - none */
  notRemoteIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /** Identities of a checked token, as `<issuer>/<subject>`. HTTP only. @default - any */
  requestPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Identities of tokens that do not fit; `*` fits requests without one. @default - none */
  notRequestPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * What is asked for. All fields that are set have to fit, each by one of its values.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 * @narrows
 */
export interface AuthorizationOperation {
  /** Ports that the container listens on. @default - any */
  ports?: pulumi.Input<pulumi.Input<number>[]>;
  /** Ports that do not fit. @default - none */
  notPorts?: pulumi.Input<pulumi.Input<number>[]>;
  /**
   * Hosts of the request, in any case of letters; `*` at one end. A host without a port fits with every
   * port and with a dot at its end, as clients may write it: it is written in all of these forms. That
   * cannot be said of `*.example.com`, which fits without a port only. HTTP only.
   * @default - any
   * @see https://istio.io/latest/docs/ops/best-practices/security/#host-header
   */
  hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /** Hosts that do not fit, in all the forms of `hosts`. HTTP only. @default - none */
  notHosts?: pulumi.Input<pulumi.Input<string>[]>;
  /** Methods such as `GET`, in capitals. HTTP only; gRPC always is `POST`. @default - any */
  methods?: pulumi.Input<pulumi.Input<string>[]>;
  /** Methods that do not fit. HTTP only. @default - none */
  notMethods?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Paths without the query; `*` at one end stands for any text, `{*}` for one segment and `{**}` for the
   * segments up to the end. They are compared letter by letter with what is left of the request's path
   * when `pathNormalization` of the mesh config is done with it: by default `/a/../b` is `/b` and `/%61`
   * is `/a`, while `//a`, `/a/`, `/a;x`, `/A` and `/a%2Fb` stay what they are. So say what may pass
   * (`ALLOW`) rather than what may not. HTTP only.
   * @default - any
   * @see https://istio.io/latest/docs/ops/best-practices/security/#path-normalization
   */
  paths?: pulumi.Input<pulumi.Input<string>[]>;
  /** Paths that do not fit. HTTP only. @default - none */
  notPaths?: pulumi.Input<pulumi.Input<string>[]>;
}

/** One more condition. Set exactly one of `claim`, `header` and `attribute`. @narrows */
export interface AuthorizationCondition {
  /** Claim of a checked token, e.g. `groups`; `realm/roles` for a nested one. @default - not used */
  claim?: string;
  /** Name of a request header, e.g. `x-tenant`. @default - not used */
  header?: string;
  /**
   * Another attribute in Istio's words, e.g. `connection.sni` or `source.ip`.
   * @default - not used
   * @see https://istio.io/latest/docs/reference/config/security/conditions/
   */
  attribute?: string;
  /** Values of which it has one. @default - none, and `notValues` is needed */
  values?: pulumi.Input<pulumi.Input<string>[]>;
  /** Values of which it has none. @default - none, and `values` is needed */
  notValues?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * Fits when one of `from`, one of `to` and all of `when` fit. What is left out fits always; all of it left
 * out is refused, and said by a preset.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 * @narrows
 */
export interface AuthorizationRule {
  /** Callers that the rule is for. @default - anybody */
  from?: AuthorizationSource[];
  /** What is asked for. @default - anything */
  to?: AuthorizationOperation[];
  /** Further conditions, all of which have to fit. @default - none */
  when?: AuthorizationCondition[];
}

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
