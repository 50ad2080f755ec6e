// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of AuthorizationPolicy (security.istio.io).
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicySpec {
  /**
   * `ALLOW`, `DENY`, `AUDIT` or `CUSTOM`. Denials are judged before permissions.
   * @default - ALLOW
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  action?: pulumi.Input<"ALLOW" | "DENY" | "AUDIT" | "CUSTOM">;
  /**
   * External authorizer that decides; only with action `CUSTOM`.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  provider?: AuthorizationPolicyProvider;
  /**
   * Rules of which one has to fit. No rules: an ALLOW policy lets nothing through.
   * Allowed: at most 512 entries.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  rules?: AuthorizationPolicyRule[];
  /**
   * Workloads that the policy is for, by label.
   * @default - all of the namespace
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  selector?: AuthorizationPolicySelector;
  /**
   * Single target, the older form of `targetRefs`; write `targetRefs` instead.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  targetRef?: AuthorizationPolicyTargetRef;
  /**
   * Gateways, waypoints or Services that the policy is for, in place of a selector.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  targetRefs?: AuthorizationPolicyTargetRef[];
}

/**
 * `spec.provider` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyProvider {
  /**
   * Name of the authorizer, as declared under `extensionProviders` of the mesh config.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRule {
  /**
   * Who calls: one of the entries fits.
   * Allowed: at most 512 entries.
   * @default - anybody
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  from?: AuthorizationPolicyRuleFrom[];
  /**
   * What is asked for: one of the entries fits.
   * @default - anything
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  to?: AuthorizationPolicyRuleTo[];
  /**
   * Further conditions, all of which have to fit.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  when?: AuthorizationPolicyRuleWhen[];
}

/**
 * `spec.selector` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicySelector {
  /**
   * Labels that a pod or VM has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyTargetRef {
  /**
   * API group of the target; empty for core kinds such as Service.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the target, e.g. `Gateway` or `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the target.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  name: pulumi.Input<string>;
  /**
   * Has to stay empty: targets in another namespace are refused.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.rules.from` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleFrom {
  /**
   * Traits of the caller, all of which have to fit.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  source?: AuthorizationPolicyRuleFromSource;
}

/**
 * `spec.rules.to` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleTo {
  /**
   * Traits of the request, all of which have to fit.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  operation?: AuthorizationPolicyRuleToOperation;
}

/**
 * `spec.rules.when` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleWhen {
  /**
   * Attribute that is looked at, e.g. `request.headers[x-token]` or `source.ip`.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  key: pulumi.Input<string>;
  /**
   * Values that the attribute must not have; needed unless `values` is given.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notValues?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Values of which the attribute has one; needed unless `notValues` is given.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  values?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.rules.from.source` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleFromSource {
  /**
   * Addresses of the callers, as IP or CIDR.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  ipBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Namespaces of the callers; needs mutual TLS.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  namespaces?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Addresses that do not fit, as IP or CIDR.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Namespaces whose callers do not fit; needs mutual TLS.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Identities of callers that do not fit; needs mutual TLS.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Original client addresses that do not fit, as IP or CIDR.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notRemoteIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * JWT identities that do not fit; `*` with action `DENY` refuses requests without a token.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notRequestPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Service accounts that do not fit, as `name` or `namespace/name`; no wildcards.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notServiceAccounts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Trust domains whose callers do not fit; needs mutual TLS.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notTrustDomains?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Identities, as `<trust domain>/ns/<namespace>/sa/<service account>`; needs mutual TLS.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  principals?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Original client addresses, from `X-Forwarded-For` or PROXY protocol; needs `numTrustedProxies` set.
   * @default - any
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  remoteIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Identities of a checked JWT, as `<issuer>/<subject>`.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  requestPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Service accounts of the callers, as `name` or `namespace/name`; needs mutual TLS.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  serviceAccounts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Trust domains of the callers; needs mutual TLS.
   * @default - any
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  trustDomains?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.rules.to.operation` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleToOperation {
  /**
   * Hosts of the requests.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * HTTP methods.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  methods?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Hosts that do not fit, in any case of letters.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notHosts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * HTTP methods that do not fit.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notMethods?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * HTTP paths that do not fit.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notPaths?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Ports that do not fit, as text.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  notPorts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * HTTP paths; `*` at one end stands for any text.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  paths?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Ports of the workload, as text.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  ports?: pulumi.Input<pulumi.Input<string>[]>;
}
