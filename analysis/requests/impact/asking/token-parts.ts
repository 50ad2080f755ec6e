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
  jwtRules.flatMap(({ issuer = "", audiences }): Wish[] => {
    const target = { kind: "token", claims: claimsOf(issuer, audiences) } as const;
    return [
      [{ target, words: `a token of ${issuer}`, fitting: ["valid"], others: [] }],
      [{ target, words: "a token that nobody has signed", fitting: [invalidToken], others: [] }],
    ];
  });
