// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of RequestAuthentication (security.istio.io).
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationSpec {
  /**
   * Issuers whose tokens are checked. A request without a token passes; refuse it with an AuthorizationPolicy.
   * Allowed: at most 4096 entries.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  jwtRules?: RequestAuthenticationJwtRule[];
  /**
   * Workloads that the rules are for, by label.
   * @default - all of the namespace
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  selector?: RequestAuthenticationSelector;
  targetRef?: RequestAuthenticationTargetRef;
  /** Allowed: at most 16 entries. */
  targetRefs?: RequestAuthenticationTargetRef[];
}

/**
 * `spec.jwtRules` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationJwtRule {
  /**
   * Audiences of which the token names one.
   * @default - any
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  audiences?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether the token goes on to the workload.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  forwardOriginalToken?: pulumi.Input<boolean>;
  fromCookies?: pulumi.Input<pulumi.Input<string>[]>;
  fromHeaders?: RequestAuthenticationJwtRuleFromHeader[];
  fromParams?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Issuer of the token, its `iss`.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  issuer?: pulumi.Input<string>;
  /**
   * The issuer's public keys.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  jwks?: pulumi.Input<string>;
  /** Allowed: 1 to 2048 characters. */
  jwks_uri?: pulumi.Input<string>;
  /**
   * Address of the issuer's public keys.
   * Allowed: 1 to 2048 characters.
   * @default - found through the issuer's OpenID configuration
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  jwksUri?: pulumi.Input<string>;
  outputClaimToHeaders?: RequestAuthenticationJwtRuleOutputClaimToHeader[];
  outputPayloadToHeader?: pulumi.Input<string>;
  /** Allowed: at most 64 entries. */
  spaceDelimitedClaims?: pulumi.Input<pulumi.Input<string>[]>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.selector` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationSelector {
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationTargetRef {
  /** Allowed: at most 253 characters. */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.jwtRules.fromHeaders` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationJwtRuleFromHeader {
  /** Allowed: at least 1 characters. */
  name: pulumi.Input<string>;
  prefix?: pulumi.Input<string>;
}

/**
 * `spec.jwtRules.outputClaimToHeaders` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationJwtRuleOutputClaimToHeader {
  /** Allowed: at least 1 characters. */
  claim: pulumi.Input<string>;
  /** Allowed: at least 1 characters. */
  header: pulumi.Input<string>;
}
