import type * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import type { AuthorizationPolicySpec } from "../resources/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../resources/security/request-authentication";
import type { ArgumentCheck, Safe } from "../validation/argument-check";
import { checkArguments } from "../validation/check-arguments";
import { shown } from "../validation/shown";
import { dnsName, type Test } from "../validation/tests";
import { whenKnown } from "../validation/when-known";
import { policyRule } from "./authorization-policy-rule";
import type { JwtAuthenticationArgs, JwtIssuer } from "./jwt-authentication-args";
import { checkPolicyScope, type PolicyScope } from "./policy-scope";
import { publicKeys } from "./public-keys";
import { type ArgumentNames, checkSpec } from "./spec-check";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface JwtAuthenticationPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<JwtAuthenticationArgs>;
  authentication: NamedObject<RequestAuthenticationSpec>;
  /** Refuses requests without a token; undefined when they may pass. */
  requirement?: NamedObject<AuthorizationPolicySpec>;
}

const apiVersion = "security.istio.io/v1";
const authenticationNames: ArgumentNames = [[/^spec\.jwtRules/, "issuers"]];
const requirementNames: ArgumentNames = [
  [/^spec\.rules\[0\]\.to\[0\]\.operation\.notPaths/, "exemptPaths"],
  [/^spec\.rules\[0\]\.to\[0\]\.operation\.ports/, "ports"],
];

function checkIssuers(check: ArgumentCheck, args: JwtAuthenticationArgs): void {
  if (args.issuers.length === 0) {
    check.fail("issuers", "is empty; name the issuers whose tokens are accepted");
  }
  args.issuers.forEach(({ issuer, jwks }, i) => {
    check.input(`issuers[${i}].issuer`, issuer, filled);
    check.input(`issuers[${i}].jwks`, jwks, publicKeys);
  });
  for (const key of ["exemptPaths", "ports"] as const) {
    const list = args[key];
    if (list && !args.require) {
      check.fail(key, `${shown(list)} would not be used; set require to true`);
    } else if (list?.length === 0) {
      check.fail(key, "is empty; leave it out");
    }
  }
}

const filled: Test<string> = (value) => (value === "" ? '"" is no issuer' : undefined);

/** ztunnel sees no tokens, and a waypoint heeds only what names it or what it serves. */
function checkForZtunnel(check: ArgumentCheck, { atZtunnel }: PolicyScope): void {
  if (atZtunnel) {
    check.fail(
      "targets",
      'is missing; dataPlane is "ambient", where only waypoints see tokens: name a Service or the waypoint (KIA1115)',
    );
  }
}

const authentication = (
  { issuers }: JwtAuthenticationArgs,
  { attachment }: PolicyScope,
): RequestAuthenticationSpec => ({
  ...attachment,
  jwtRules: issuers.map((issuer: JwtIssuer) => ({ ...issuer })),
});

/** A missing token is a missing request principal. */
function requirement(args: JwtAuthenticationArgs, scope: PolicyScope): AuthorizationPolicySpec {
  const { exemptPaths, ports } = args;
  const rule = {
    from: [{ notRequestPrincipals: ["*"] }],
    ...((exemptPaths || ports) && {
      to: [{ ...(ports && { ports }), ...(exemptPaths && { notPaths: exemptPaths }) }],
    }),
  };
  return { action: "DENY", ...scope.attachment, rules: [policyRule(rule, scope)] };
}

const requirementName = (name: pulumi.Input<string>) =>
  whenKnown([name], (known: string) => `${known}-require-token`);

/** Throws one error with everything that is wrong. */
export function jwtAuthenticationPlan(
  component: string,
  unchecked: JwtAuthenticationArgs,
): JwtAuthenticationPlan {
  const check = checkArguments("JwtAuthentication", component, unchecked);
  const { args } = check;
  const scope = checkPolicyScope(check, args);
  const name = check.input("name", args.name ?? component, dnsName);
  checkIssuers(check, args);
  checkForZtunnel(check, scope);
  const judged = { apiVersion, kind: "RequestAuthentication" };
  checkSpec(check, judged, authentication(args, scope), authenticationNames);
  if (args.require) {
    const denial = { apiVersion, kind: "AuthorizationPolicy" };
    checkSpec(check, denial, requirement(args, scope), requirementNames);
  }
  const safe = check.done();
  const common = {
    namespace: scope.namespace,
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations),
  };
  return {
    inputs: { ...safe, name },
    authentication: { ...common, name, spec: authentication(safe, scope) },
    ...(safe.require && {
      requirement: { ...common, name: requirementName(name), spec: requirement(safe, scope) },
    }),
  };
}
