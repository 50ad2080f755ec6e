import type { FieldSentences } from "./field-sentence";

export const requestAuthenticationSecurity: FieldSentences = {
  "spec.selector": {
    text: "Workloads that the rules are for, by label.",
    default: "all of the namespace",
  },
  "spec.jwtRules": {
    text: "Issuers whose tokens are checked. A request without a token passes; refuse it with an AuthorizationPolicy.",
  },
  "spec.jwtRules.issuer": {
    text: "Issuer of the token, its `iss`.",
  },
  "spec.jwtRules.audiences": {
    text: "Audiences of which the token names one.",
    default: "any",
  },
  "spec.jwtRules.jwksUri": {
    text: "Address of the issuer's public keys.",
    default: "found through the issuer's OpenID configuration",
  },
  "spec.jwtRules.jwks": {
    text: "The issuer's public keys.",
  },
  "spec.jwtRules.forwardOriginalToken": {
    text: "Whether the token goes on to the workload.",
    default: "false",
  },
};
