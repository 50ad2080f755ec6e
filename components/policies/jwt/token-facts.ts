import { recall } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import type {
  PolicyReach,
  TokenCheckFact,
  TokenIssuerFact,
} from "../../program/facts/policy-facts";
import { plainList } from "../text-list";
import type { JwtAuthenticationArgs, JwtIssuer } from "./jwt-authentication-args";

/** What of the places where a token is looked for can be compared. */
function foundIn({ fromHeaders, fromParams, fromCookies }: JwtIssuer): string | undefined {
  const places = { fromHeaders, fromParams, fromCookies };
  return Object.values(places).every((place) => place === undefined)
    ? undefined
    : JSON.stringify(places, (_, value) => (isKnown(value) ? value : "later"));
}

function issuerFact(rule: JwtIssuer): TokenIssuerFact[] {
  const issuer = recall(rule.issuer);
  const audiences = rule.audiences && plainList(rule.audiences);
  const place = foundIn(rule);
  return issuer === undefined
    ? []
    : [
        {
          issuer,
          ...(audiences && { audiences }),
          ...(recall(rule.forwardOriginalToken ?? false) !== false && { forwarded: true }),
          ...(place !== undefined && { foundIn: place }),
        },
      ];
}

/** What a check of tokens says to the program. */
export function tokenCheckFact(
  owner: string,
  reach: PolicyReach,
  {
    jwtRules,
    require: required = false,
    exemptPaths,
    ports,
  }: Pick<JwtAuthenticationArgs, "jwtRules" | "require" | "exemptPaths" | "ports">,
): TokenCheckFact {
  const issuers = jwtRules.flatMap(issuerFact);
  const exempt = exemptPaths && plainList(exemptPaths);
  const plainPorts = ports && plainList(ports);
  return {
    owner,
    reach,
    issuers,
    ...(issuers.length < jwtRules.length && { issuersArriveLater: true }),
    required,
    ...(exempt && { exemptPaths: exempt }),
    ...(plainPorts && { ports: plainPorts }),
  };
}
