import type { PolicyFact, TokenCheckFact, TokenIssuerFact } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { isBehind } from "../behind-gateway";
import { holdsAt } from "../gateway-reach";
import { inWords, meeting, rootNamespace } from "../policy-reach";

const others = (program: View, own: TokenCheckFact): TokenCheckFact[] =>
  program.said("tokenCheck").filter((one) => one !== own);

/** Who behind the gateway needs the token that ends there, and by which route. */
function wanting(program: View, own: TokenCheckFact, { issuer, foundIn }: TokenIssuerFact) {
  const routes = program
    .said("gatewayRoute")
    .filter(({ gateways }) =>
      gateways.some((name) =>
        program
          .said("gateway", name.split("/"))
          .some((gateway) => holdsAt(program, own.reach, gateway)),
      ),
    );
  const checks = others(program, own).filter(({ issuers }) =>
    issuers.some((one) => one.issuer === issuer && one.foundIn === foundIn),
  );
  const root = rootNamespace(program);
  const isChecked = ({ reach }: PolicyFact) =>
    checks.some((check) => meeting(check.reach, reach, root) !== "never");
  const needs: PolicyFact[] = [
    ...checks.filter(({ required }) => required),
    ...program.said("tokenNeed").filter(isChecked),
  ];
  return routes.flatMap((route) =>
    needs.flatMap((need) => (isBehind(program, route, need.reach) ? [{ route, need }] : [])),
  )[0];
}

/** A token ends where it is checked, unless it is passed on. */
function endsHere(own: TokenCheckFact, told: TokenIssuerFact): EndCheck["reason"] {
  return (program) => {
    const found = told.forwarded ? undefined : wanting(program, own, told);
    return (
      found &&
      `is not true, so that tokens of ${told.issuer} end at the gateway, and ${found.need.owner} asks for one at ${found.route.host}, to which ${found.route.owner} sends the requests, which get 403; write forwardOriginalToken: true`
    );
  };
}

const audiencesOf = ({ audiences }: TokenIssuerFact): string =>
  audiences ? audiences.join(", ") : "any";

/** One of two checks of an issuer for the same Pods is enough, so the audiences of both pass. */
function alsoPasses(own: TokenCheckFact, told: TokenIssuerFact): EndCheck["reason"] {
  return (program) => {
    const root = rootNamespace(program);
    const earlier = program.said("tokenCheck");
    const found = earlier
      .slice(0, earlier.indexOf(own))
      .flatMap((other) => other.issuers.map((issuer) => ({ other, issuer })))
      .find(
        ({ other, issuer }) =>
          issuer.issuer === told.issuer &&
          audiencesOf(issuer) !== audiencesOf(told) &&
          meeting(own.reach, other.reach, root) === "surely",
      );
    return (
      found &&
      `${audiencesOf(told)}, and ${found.other.owner} has ${audiencesOf(found.issuer)} for ${told.issuer} and ${inWords(found.other.reach, root)}: where both hold a token for either passes; name all that may pass in one of them, or choose other Pods`
    );
  };
}

const disjoint = (one: readonly number[] | undefined, other: readonly number[] | undefined) =>
  one !== undefined && other !== undefined && !one.some((port) => other.includes(port));

/** Two denials for the same Pods: what one leaves out the other refuses. */
function refusedByAnother(own: TokenCheckFact): EndCheck["reason"] {
  return (program) => {
    const root = rootNamespace(program);
    const paths = own.exemptPaths ?? [];
    const found = others(program, own)
      .filter(
        (other) =>
          other.required &&
          !disjoint(own.ports, other.ports) &&
          meeting(own.reach, other.reach, root) === "surely",
      )
      .map((other) => ({
        other,
        refused: paths.filter((path) => !other.exemptPaths?.includes(path)),
      }))
      .find(({ refused }) => refused.length > 0);
    return (
      found &&
      `has ${found.refused.join(", ")}, which ${found.other.owner} does not exempt: it requires a token for ${inWords(found.other.reach, root)}, and a request needs to get past both; write exemptPaths there, too, or leave require out of one of them`
    );
  };
}

/** What a check of tokens means beside the others of the program. */
export const tokenChecks = (own: TokenCheckFact): EndCheck[] => [
  ...own.issuers.flatMap((issuer, i): EndCheck[] => [
    { path: `jwtRules[${i}].forwardOriginalToken`, reason: endsHere(own, issuer) },
    { path: `jwtRules[${i}].audiences`, reason: alsoPasses(own, issuer) },
  ]),
  ...(own.required && own.exemptPaths && own.exemptPaths.length > 0
    ? [{ path: "exemptPaths", reason: refusedByAnother(own) }]
    : []),
];
