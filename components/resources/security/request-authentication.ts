// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
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
  /**
   * Single target, the older form of `targetRefs`; write `targetRefs` instead.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  targetRef?: RequestAuthenticationTargetRef;
  /**
   * Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
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
  /**
   * Cookies in which a token is looked for; a request with several tokens is not supported.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  fromCookies?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Headers in which a token is looked for; a request with several tokens is not supported.
   * @default - `Authorization: Bearer`, then the parameter `access_token`, unless another place is named
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  fromHeaders?: RequestAuthenticationJwtRuleFromHeader[];
  /**
   * Query parameters in which a token is looked for; a request with several tokens is not supported.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
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
  /**
   * Other spelling of `jwksUri`; write only one of the two.
   * Allowed: 1 to 2048 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  jwks_uri?: pulumi.Input<string>;
  /**
   * Address of the issuer's public keys.
   * Allowed: 1 to 2048 characters.
   * @default - found through the issuer's OpenID configuration
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  jwksUri?: pulumi.Input<string>;
  /**
   * Claims of a valid token that are copied into request headers (experimental).
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  outputClaimToHeaders?: RequestAuthenticationJwtRuleOutputClaimToHeader[];
  /**
   * Header in which the workload gets the payload of a valid token, as base64.
   * @default - payload is not passed on
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  outputPayloadToHeader?: pulumi.Input<string>;
  /**
   * Whether a request needs a token of this issuer.
   * From Istio 1.32 on.
   * @default - requests without a token pass
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  presence?: pulumi.Input<"OPTIONAL" | "REQUIRED">;
  /**
   * Claims to split at blanks, besides `scope` and `permission`, so that rules can match the parts.
   * Allowed: at most 64 entries.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  spaceDelimitedClaims?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How long fetching the public keys may take.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 5s
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.selector` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationSelector {
  /**
   * Labels that a pod or VM has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationTargetRef {
  /**
   * API group of the target; empty for core kinds such as Service.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the target, e.g. `Gateway` or `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the target.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  name: pulumi.Input<string>;
  /**
   * Has to stay empty: targets in another namespace are refused.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.jwtRules.fromHeaders` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationJwtRuleFromHeader {
  /**
   * Name of the header.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  name: pulumi.Input<string>;
  /**
   * Text before the token, with its blank, e.g. `Bearer `; a header without it counts as invalid.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  prefix?: pulumi.Input<string>;
}

/**
 * `spec.jwtRules.outputClaimToHeaders` of RequestAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationJwtRuleOutputClaimToHeader {
  /**
   * Claim to copy, text, whole number or boolean; dots lead into nested claims.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  claim: pulumi.Input<string>;
  /**
   * Header that gets the claim; a value sent by the client is replaced.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
   */
  header: pulumi.Input<string>;
}
