import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const authorization = "authorization";

const policy = (header: string): string => `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: trees, namespace: park}
spec:
  jwtRules:
  - issuer: https://id.example.com
    jwksUri: https://id.example.com/keys
    fromHeaders:
    - ${header}
`;

/** A header whose scheme is read as a part of the token. */
export const tokenHeaderPrefix = check({
  id: "token-header-prefix",
  code: "MESH0227",
  aliases: [],
  level: "warning",
  kinds: [Kind.RequestAuthentication],
  summary: "Tokens are read from the header Authorization, with the scheme before them.",
  why: "The whole header is taken for the token: what begins with Bearer is none, and every request with one is answered with 401.",
  fix: 'Write `prefix: "Bearer "`, or leave `fromHeaders` out: the header is read so by itself.',
  url: "https://istio.io/latest/docs/reference/config/security/jwt/#JWTHeader",
  fires: policy("name: Authorization # found"),
  silent: policy('{name: Authorization, prefix: "Bearer "}'),
  *run({ spec }) {
    for (const [i, { fromHeaders = [] }] of (spec.jwtRules ?? []).entries()) {
      const isRead = ({ name }: (typeof fromHeaders)[number]) =>
        name.toLowerCase() === authorization;
      // Where the scheme is read as well, a token alone is meant by the other one.
      const isBoth = fromHeaders.some((one) => isRead(one) && one.prefix);
      for (const [j, own] of fromHeaders.entries()) {
        const { name, prefix = "" } = own;
        if (isRead(own) && prefix === "" && !isBoth) {
          yield {
            path: `spec.jwtRules[${i}].fromHeaders[${j}].name`,
            message: `${quoted(name)} has the scheme before the token, and no prefix is said`,
            fix: { path: `spec.jwtRules[${i}].fromHeaders[${j}].prefix`, value: "Bearer " },
          };
        }
      }
    }
  },
});
