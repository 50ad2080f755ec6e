import { recall } from "../../../arguments/known-output";
import { Profile } from "../../control-plane/profile";
import type { TokenCheckFact } from "../../program/facts/policy-facts";
import { type Claim, type Demand, demand, fact, objectClaim, type Part } from "../../program/part";
import { gatewayChecks } from "../gateway-reach";
import { type HttpUse, httpChecks } from "../http-ports";
import { inWords, reachOf } from "../policy-reach";
import type { PolicyScope } from "../policy-scope";
import { onlyAtWaypoints } from "../policy-targets";
import { demandsOfVersions } from "../policy-versions";
import { checkOfPreflights } from "../preflight";
import { meshWideChecks } from "../root-namespace";
import { type PortUse, servicePortChecks } from "../service-ports";
import { targetChecks } from "../target-checks";
import { plainEntries } from "../text-list";
import { proxyChecks } from "../without-proxy";
import type { JwtAuthenticationArgs } from "./jwt-authentication-args";
import type { JwtAuthenticationPlan } from "./jwt-authentication-plan";
import { tokenChecks } from "./token-checks";
import { tokenCheckFact } from "./token-facts";

/** What was planned, before the program hears of it. */
interface Planned {
  owner: string;
  args: JwtAuthenticationArgs;
  scope: PolicyScope;
  allowPreflight: boolean;
  plan: Pick<JwtAuthenticationPlan, "authentication" | "requirement">;
}

/** Tokens that one of two entries for an issuer accepts pass, so the narrower one is for nothing. */
function claims({ args, plan: { authentication, requirement } }: Planned): Claim[] {
  const { namespace, name } = authentication;
  const where = inWords(reachOf(args), "");
  const isPlain = recall(namespace) !== undefined && !where.includes("later");
  return [
    objectClaim("RequestAuthentication", [namespace, name], "name"),
    ...(requirement
      ? [objectClaim("AuthorizationPolicy", [namespace, requirement.name], "name")]
      : []),
    ...(isPlain
      ? args.jwtRules.map(({ issuer }, i) => ({
          what: "token issuer",
          key: [issuer, ` for ${where}`],
          path: `jwtRules[${i}].issuer`,
          way: "a token that either accepts passes, so name it in one of them",
        }))
      : []),
  ];
}

/** A namespace that is declared later may have Pods that see no tokens. */
const demandOfMode = ({ args: { targets, dataPlaneMode }, scope }: Planned): Demand =>
  demand({
    topic: "namespace",
    key: [scope.namespace],
    path: targets ? "targets" : "namespace",
    test: ({ mode }) => {
      if (targets) {
        return mode === "sidecar" &&
          targets.some(onlyAtWaypoints) &&
          dataPlaneMode !== Profile.Ambient
          ? "is judged by waypoints only, and Pods with sidecars are behind none; use selector"
          : undefined;
      }
      const overlooked = dataPlaneMode === undefined && !scope.atZtunnel && !scope.forGateways;
      return mode === "ambient" && overlooked
        ? "has no targets, and only waypoints see tokens there; name a Service or the waypoint (KIA1115)"
        : undefined;
    },
  });

const portsOf = ({ ports }: JwtAuthenticationArgs): PortUse[] =>
  plainEntries(ports).map(([i, port]) => ({ path: `ports[${i}]`, port }));

const useOf = ({ required, ports }: TokenCheckFact): HttpUse => ({
  path: required ? "require" : "jwtRules",
  ...(ports && { ports }),
  effect: `${required ? "every connection is refused" : "nobody looks for tokens"}; leave it out`,
});

/** What token authentication says to the program. */
export function jwtAuthenticationPart(planned: Planned): Part {
  const { owner, args, scope, allowPreflight } = planned;
  const check = tokenCheckFact(owner, reachOf(args), args);
  const unsaid = args.require && !allowPreflight && args.allowPreflight === undefined;
  return {
    claims: claims(planned),
    facts: [fact({ topic: "tokenCheck", key: [], value: check, path: "jwtRules" })],
    demands: [demandOfMode(planned), ...demandsOfVersions(args, scope.attachment.targetRefs)],
    atEnd: [
      ...targetChecks(args),
      ...gatewayChecks(args),
      ...meshWideChecks(args),
      ...proxyChecks(args),
      ...tokenChecks(check),
      ...servicePortChecks(args, portsOf(args)),
      ...httpChecks(args, [useOf(check)]),
      ...(unsaid ? [checkOfPreflights(reachOf(args), "require")] : []),
    ],
  };
}
