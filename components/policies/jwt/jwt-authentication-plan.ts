import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { checkList } from "../../../arguments/late-list";
import { dnsName, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { securityV1 } from "../../../values/known-names";
import { Profile } from "../../control-plane/profile";
import { withMetadata } from "../../metadata";
import type { TokenCheckFact } from "../../program/facts/policy-facts";
import { type Claim, type Demand, demand, fact, objectClaim, type Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import { objectRefusals } from "../../resources/object-refusals";
import { type ArgumentNames, argumentNamed } from "../../resources/object-words";
import type { AuthorizationPolicySpec } from "../../resources/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../../resources/security/request-authentication";
import { policyRule } from "../authorization/authorization-policy-rule";
import { comparedPath } from "../authorization/authorization-texts";
import { gatewayChecks } from "../gateway-reach";
import { type HttpUse, httpChecks } from "../http-ports";
import { checksOfNeededTokens } from "../name-proofs";
import { inWords, reachOf } from "../policy-reach";
import { checkPolicyScope, type PolicyScope } from "../policy-scope";
import { onlyAtWaypoints } from "../policy-targets";
import { demandsOfVersions } from "../policy-versions";
import { asksInAdvance, butPreflights, checkOfPreflights } from "../preflight";
import { meshWideChecks } from "../root-namespace";
import { type PortUse, servicePortChecks } from "../service-ports";
import { targetChecks } from "../target-checks";
import { plainEntries } from "../text-list";
import { proxyChecks } from "../without-proxy";
import type { JwtAuthenticationArgs, JwtIssuer } from "./jwt-authentication-args";
import { publicKeys } from "./public-keys";
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
function jwtAuthenticationPart(planned: Planned): Part {
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
      ...(args.require && !(args.exemptPaths && !check.exemptPaths)
        ? checksOfNeededTokens(reachOf(args), check.exemptPaths)
        : []),
    ],
  };
}

/** Arguments with all defaults filled in, and the objects that follow from them. */
interface JwtAuthenticationPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<JwtAuthenticationArgs>;
  authentication: NamedObject<RequestAuthenticationSpec>;
  /** Refuses requests without a token; undefined when they may pass. */
  requirement?: NamedObject<AuthorizationPolicySpec>;
  part: Part;
}

const authenticationNames: ArgumentNames = [
  [/^spec\.jwtRules/, "jwtRules"],
  [/^spec\.targetRefs/, "targets"],
  [/^spec\.selector\.matchLabels/, "selector"],
];
const requirementNames: ArgumentNames = [
  [/^spec\.rules\[\d\]\.to\[0\]\.operation\.notPaths/, "exemptPaths"],
  [/^spec\.rules\[\d\]\.to\[0\]\.operation\.ports/, "ports"],
  [/^spec\.rules(\[\d+\].*)?$/, "require"],
  ...authenticationNames,
];

/** How the fields of the RequestAuthentication are called among the arguments. */
export const authenticationArgument = argumentNamed(authenticationNames);

/** How those of the AuthorizationPolicy are called. */
export const requirementArgument = argumentNamed(requirementNames);

function checkIssuers(check: ArgumentCheck, args: JwtAuthenticationArgs): void {
  if (args.jwtRules.length === 0) {
    check.fail("jwtRules", "is empty; name the issuers whose tokens are accepted");
  }
  args.jwtRules.forEach(({ issuer, jwks }, i) => {
    check.input(`jwtRules[${i}].issuer`, issuer, filled);
    check.input(`jwtRules[${i}].jwks`, jwks, publicKeys);
  });
}

/** Arguments that say more about `require`. */
function checkRequirement(check: ArgumentCheck, args: JwtAuthenticationArgs): void {
  for (const key of ["exemptPaths", "ports", "allowPreflight"] as const) {
    const value = args[key];
    if (value !== undefined && !args.require) {
      check.fail(key, `${shown(value)} would not be used; set require to true`);
    } else if (Array.isArray(value) && value.length === 0) {
      check.fail(key, "is empty; leave it out");
    }
  }
  checkList(check, "exemptPaths", args.exemptPaths, exemptPath);
}

/** Anybody can end a path as he likes, and many applications take no notice of what is behind ";". */
const exemptPath: Test<string> = (value) =>
  comparedPath(value) ??
  (value.startsWith("*")
    ? `${shown(value)} would exempt whatever ends so, such as "/admin;${value.slice(1)}"; begin with "/"`
    : undefined);

const filled: Test<string> = (value) => (value === "" ? '"" is no issuer' : undefined);

/** ztunnel sees no tokens, and a waypoint heeds only what names it or what it serves. */
function checkForZtunnel(
  check: ArgumentCheck<JwtAuthenticationArgs>,
  { atZtunnel, because }: PolicyScope,
): void {
  if (atZtunnel) {
    const who = check.args.dataPlaneMode === undefined ? "the namespace" : "dataPlaneMode";
    check.fail(
      "targets",
      `is missing; ${who} is "ambient", where only waypoints see tokens: name a Service or the waypoint (KIA1115)${because}`,
    );
  }
}

const authentication = (
  { jwtRules }: JwtAuthenticationArgs,
  { attachment }: PolicyScope,
): RequestAuthenticationSpec => ({
  ...attachment,
  jwtRules: jwtRules.map((issuer: JwtIssuer) => ({ ...issuer })),
});

/** A missing token is a missing request principal. */
function requirement(
  args: JwtAuthenticationArgs,
  scope: PolicyScope,
  allowPreflight: boolean,
): AuthorizationPolicySpec {
  const { exemptPaths, ports } = args;
  const rule = {
    from: [{ notRequestPrincipals: ["*"] }],
    ...((exemptPaths || ports) && {
      to: [{ ...(ports && { ports }), ...(exemptPaths && { notPaths: exemptPaths }) }],
    }),
  };
  const rules = allowPreflight ? butPreflights(rule) : [rule];
  return {
    action: "DENY",
    ...scope.attachment,
    rules: rules.map((one) => policyRule(one, scope)),
  };
}

const requirementName = (name: pulumi.Input<string>) =>
  whenKnown([name], (known: string) => `${known}-require-token`);

/** Throws one error with everything that is wrong. */
export function jwtAuthenticationPlan(
  component: string,
  unchecked: JwtAuthenticationArgs,
  program: View = nothingSaid,
): JwtAuthenticationPlan {
  const check = checkArguments("JwtAuthentication", component, unchecked);
  const { args } = check;
  const scope = checkPolicyScope(check, args, [], program);
  const name = check.input("name", args.name ?? component, dnsName);
  checkIssuers(check, args);
  checkRequirement(check, args);
  checkForZtunnel(check, scope);
  const judged = {
    apiVersion: securityV1,
    kind: "RequestAuthentication",
    spec: authentication(args, scope),
  };
  check.failUnlessTold(objectRefusals(judged, authenticationArgument));
  const allowPreflight = args.allowPreflight ?? asksInAdvance(program, reachOf(args));
  if (args.require) {
    const denial = {
      apiVersion: securityV1,
      kind: "AuthorizationPolicy",
      spec: requirement(args, scope, allowPreflight),
    };
    check.failUnlessTold(objectRefusals(denial, requirementArgument));
  }
  const safe = check.done();
  const common = {
    namespace: scope.namespace,
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations),
  };
  const plan = {
    inputs: { ...safe, name },
    authentication: { ...common, name, spec: authentication(safe, scope) },
    ...(safe.require && {
      requirement: {
        ...common,
        name: requirementName(name),
        spec: requirement(safe, scope, allowPreflight),
      },
    }),
  };
  const owner = `JwtAuthentication ${shown(component)}`;
  return {
    ...plan,
    part: jwtAuthenticationPart({ owner, args: safe, scope, allowPreflight, plan }),
  };
}
