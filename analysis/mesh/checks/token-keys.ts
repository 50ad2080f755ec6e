import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const policy = (issuer: string): string => `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tickets, namespace: cinema}
spec:
  selector: {matchLabels: {app: tickets}}
  jwtRules:
  - ${issuer}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: tickets, namespace: cinema}
spec:
  selector: {matchLabels: {app: tickets}}
  rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]
`;

const isAddress = (issuer: string): boolean =>
  issuer.startsWith("https://") || issuer.startsWith("http://");

/** Tokens whose keys nobody finds. */
export const tokenKeys = check({
  id: "token-keys",
  code: "MESH0384",
  aliases: [],
  level: "error",
  kinds: [Kind.RequestAuthentication],
  summary:
    "A rule for tokens has no keys, and its issuer is no address at which they could be found.",
  why: "Without jwksUri and jwks istiod looks for keys below the issuer's address; where there is none, every token is refused with 401.",
  fix: "Write jwksUri or jwks, or the issuer as its tokens name it, if that is an address.",
  url: "https://istio.io/latest/docs/reference/config/security/jwt/",
  fires: policy("issuer: testing@secure.istio.io # found"),
  silent: policy("{issuer: testing@secure.istio.io, jwksUri: https://keys.example.com/jwks}"),
  *run({ spec: { jwtRules = [] } }) {
    for (const [i, { issuer = "", jwksUri, jwks }] of jwtRules.entries()) {
      if (!jwksUri && !jwks && issuer !== "" && !isAddress(issuer)) {
        yield {
          path: `spec.jwtRules[${i}].issuer`,
          message: `${quoted(issuer)} is no address at which keys could be looked for, and neither jwksUri nor jwks is written`,
        };
      }
    }
  },
});
