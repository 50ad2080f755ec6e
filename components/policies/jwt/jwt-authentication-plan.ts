import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { checkList } from "../../../arguments/late-list";
import { dnsName, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { securityV1 } from "../../../values/known-names";
import { withMetadata } from "../../metadata";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import { objectRefusals } from "../../resources/object-refusals";
import { type ArgumentNames, argumentNamed } from "../../resources/object-words";
import type { AuthorizationPolicySpec } from "../../resources/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../../resources/security/request-authentication";
import { policyRule } from "../authorization/authorization-policy-rule";
import { comparedPath } from "../authorization/authorization-texts";
import { reachOf } from "../policy-reach";
import { checkPolicyScope, type PolicyScope } from "../policy-scope";
import { asksInAdvance, butPreflights } from "../preflight";
import type { JwtAuthenticationArgs, JwtIssuer } from "./jwt-authentication-args";
import { jwtAuthenticationPart } from "./jwt-authentication-part";
import { publicKeys } from "./public-keys";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface JwtAuthenticationPlan {
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
