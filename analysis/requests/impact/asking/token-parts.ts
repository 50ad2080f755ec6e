import type { RequestAuthenticationSpec } from "../../../../schemas/kinds/security/request-authentication";
import { invalidToken, type Wish } from "./part";

/** What a token of an issuer has at least. */
const claimsOf = (issuer: string, audiences: readonly string[] = []) => ({
  iss: issuer,
  sub: "any",
  ...(audiences[0] !== undefined && { aud: audiences[0] }),
});

/** A token of each issuer, and one that nobody has signed. */
export const tokenWishes = ({ jwtRules = [] }: RequestAuthenticationSpec): Wish[] =>
  jwtRules.map(({ issuer = "", audiences }) => [
    {
      target: { kind: "token", claims: claimsOf(issuer, audiences) },
      words: `a token of ${issuer}`,
      fitting: ["valid"],
      others: [invalidToken],
    },
  ]);
