// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface RequestAuthenticationSpec {
  jwtRules?: RequestAuthenticationJwtRule[];
  selector?: RequestAuthenticationSelector;
  targetRef?: RequestAuthenticationTargetRef;
  targetRefs?: RequestAuthenticationTargetRef[];
}

export interface RequestAuthenticationJwtRule {
  audiences?: string[];
  forwardOriginalToken?: boolean;
  fromCookies?: string[];
  fromHeaders?: RequestAuthenticationJwtRuleFromHeader[];
  fromParams?: string[];
  issuer?: string;
  jwks?: string;
  jwks_uri?: string;
  jwksUri?: string;
  outputClaimToHeaders?: RequestAuthenticationJwtRuleOutputClaimToHeader[];
  outputPayloadToHeader?: string;
  presence?: "OPTIONAL" | "REQUIRED";
  spaceDelimitedClaims?: string[];
  timeout?: string;
}

export interface RequestAuthenticationSelector {
  matchLabels?: { [key: string]: string };
}

export interface RequestAuthenticationTargetRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface RequestAuthenticationJwtRuleFromHeader {
  name: string;
  prefix?: string;
}

export interface RequestAuthenticationJwtRuleOutputClaimToHeader {
  claim: string;
  header: string;
}
