import { Profile } from "../install/profile";
import { recall } from "../program/known-output";
import { type Claim, type Demand, demand, objectClaim, type Part } from "../program/part";
import type { JwtAuthenticationArgs } from "./jwt-authentication-args";
import type { JwtAuthenticationPlan } from "./jwt-authentication-plan";
import { inWords, reachOf } from "./policy-reach";
import type { PolicyScope } from "./policy-scope";
import { onlyAtWaypoints } from "./policy-targets";
import { demandsOfVersions } from "./policy-versions";
import { checkOfPreflights } from "./preflight";
import { targetChecks } from "./target-checks";

/** What was planned, before the program hears of it. */
interface Planned {
  owner: string;
  args: JwtAuthenticationArgs;
  scope: PolicyScope;
  allowPreflight: boolean;
  plan: Pick<JwtAuthenticationPlan, "authentication" | "requirement">;
}

const anotherName = "give one of them another name";

/** Tokens that one of two entries for an issuer accepts pass, so the narrower one is for nothing. */
function claims({ args, plan: { authentication, requirement } }: Planned): Claim[] {
  const { namespace, name } = authentication;
  const where = inWords(reachOf(args), "");
  const isPlain = recall(namespace) !== undefined && !where.includes("later");
  return [
    objectClaim("RequestAuthentication", [namespace, name], "name", anotherName),
    ...(requirement
      ? [objectClaim("AuthorizationPolicy", [namespace, requirement.name], "name", anotherName)]
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

/** What token authentication says to the program. */
export function jwtAuthenticationPart(planned: Planned): Part {
  const { args, scope, allowPreflight } = planned;
  const unsaid = args.require && !allowPreflight && args.allowPreflight === undefined;
  return {
    claims: claims(planned),
    demands: [demandOfMode(planned), ...demandsOfVersions(args, scope.attachment.targetRefs)],
    atEnd: [
      ...targetChecks(args),
      ...(unsaid ? [checkOfPreflights(reachOf(args), "require")] : []),
    ],
  };
}
