// Written by scripts/schemas from the custom resource definitions; not to be edited.
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
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyTargetRef {
  /** Allowed: at most 253 characters. */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.rules.from` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleFrom {
  source?: AuthorizationPolicyRuleFromSource;
}

/**
 * `spec.rules.to` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleTo {
  operation?: AuthorizationPolicyRuleToOperation;
}

/**
 * `spec.rules.when` of AuthorizationPolicy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicyRuleWhen {
  key: pulumi.Input<string>;
  notValues?: pulumi.Input<pulumi.Input<string>[]>;
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
  notIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  notNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
  notPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  notRemoteIpBlocks?: pulumi.Input<pulumi.Input<string>[]>;
  notRequestPrincipals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 16 entries. */
  notServiceAccounts?: pulumi.Input<pulumi.Input<string>[]>;
  notTrustDomains?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Identities, as `<trust domain>/ns/<namespace>/sa/<service account>`; needs mutual TLS.
   * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
   */
  principals?: pulumi.Input<pulumi.Input<string>[]>;
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
  notHosts?: pulumi.Input<pulumi.Input<string>[]>;
  notMethods?: pulumi.Input<pulumi.Input<string>[]>;
  notPaths?: pulumi.Input<pulumi.Input<string>[]>;
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
