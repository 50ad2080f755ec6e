import type { RequestAuthenticationSpec } from "../../../../schemas/kinds/security/request-authentication";
import { invalidToken, type Part, type Wish } from "./part";

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

const isToken = ({ target, fitting: [value] }: Part): boolean =>
  target.kind === "token" && value !== invalidToken;

const namesIssuer = ({ target }: Part): boolean =>
  target.kind === "token" || (target.kind === "claim" && target.names[0] === "iss");

/** Claims in a token that is taken: in one without an issuer nobody reads them. */
export function withTokens(wishes: readonly Wish[]): readonly Wish[] {
  const token = wishes.flat().find(isToken);
  const needsOne = (wish: Wish) =>
    wish.some(({ target }) => target.kind === "claim") && !wish.some(namesIssuer);
  return token === undefined
    ? wishes
    : wishes.map((wish) => (needsOne(wish) ? [token, ...wish] : wish));
}
