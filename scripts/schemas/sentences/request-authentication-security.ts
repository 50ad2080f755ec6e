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
  "spec.targetRef": {
    text: "Single target, the older form of `targetRefs`; write `targetRefs` instead.",
  },
  "spec.targetRefs": {
    text: "Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.",
  },
  "spec.jwtRules.fromCookies": {
    text: "Cookies in which a token is looked for; a request with several tokens is not supported.",
  },
  "spec.jwtRules.fromHeaders": {
    text: "Headers in which a token is looked for; a request with several tokens is not supported.",
    default:
      "`Authorization: Bearer`, then the parameter `access_token`, unless another place is named",
  },
  "spec.jwtRules.fromParams": {
    text: "Query parameters in which a token is looked for; a request with several tokens is not supported.",
  },
  "spec.jwtRules.jwks_uri": {
    text: "Other spelling of `jwksUri`; write only one of the two.",
  },
  "spec.jwtRules.outputClaimToHeaders": {
    text: "Claims of a valid token that are copied into request headers (experimental).",
  },
  "spec.jwtRules.outputPayloadToHeader": {
    text: "Header in which the workload gets the payload of a valid token, as base64.",
    default: "payload is not passed on",
  },
  "spec.jwtRules.spaceDelimitedClaims": {
    text: "Claims to split at blanks, besides `scope` and `permission`, so that rules can match the parts.",
  },
  "spec.jwtRules.timeout": {
    text: "How long fetching the public keys may take.",
    default: "5s",
  },
  "spec.selector.matchLabels": {
    text: "Labels that a pod or VM has to carry, all of them.",
  },
  "spec.targetRef.group": {
    text: "API group of the target; empty for core kinds such as Service.",
  },
  "spec.targetRef.kind": {
    text: "Kind of the target, e.g. `Gateway` or `Service`.",
  },
  "spec.targetRef.name": {
    text: "Name of the target.",
  },
  "spec.targetRef.namespace": {
    text: "Has to stay empty: targets in another namespace are refused.",
    default: "namespace of this object",
  },
  "spec.jwtRules.fromHeaders.name": {
    text: "Name of the header.",
  },
  "spec.jwtRules.fromHeaders.prefix": {
    text: "Text before the token, with its blank, e.g. `Bearer `; a header without it counts as invalid.",
  },
  "spec.jwtRules.outputClaimToHeaders.claim": {
    text: "Claim to copy, text, whole number or boolean; dots lead into nested claims.",
  },
  "spec.jwtRules.outputClaimToHeaders.header": {
    text: "Header that gets the claim; a value sent by the client is replaced.",
  },
  "spec.jwtRules.presence": {
    text: "Whether a request needs a token of this issuer.",
    default: "requests without a token pass",
  },
};
