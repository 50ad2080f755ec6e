import type * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import type { AuthorizationPolicySpec } from "../resources/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../resources/security/request-authentication";
import type { ArgumentCheck } from "../validation/argument-check";
import { dnsName, type Test } from "../validation/tests";
import { whenKnown } from "../validation/when-known";
import { policyRule } from "./authorization-policy-rule";
import type { JwtAuthenticationArgs, JwtIssuer } from "./jwt-authentication-args";
import { checkPolicyScope, type PolicyScope } from "./policy-scope";
import { publicKeys } from "./public-keys";
import { type ArgumentNames, checkSpec, PolicyCheck } from "./spec-check";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface JwtAuthenticationPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: JwtAuthenticationArgs;
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

function checkArguments(check: ArgumentCheck, args: JwtAuthenticationArgs): void {
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
      check.fail(key, `${JSON.stringify(list)} would not be used; set require to true`);
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
  args: JwtAuthenticationArgs,
): JwtAuthenticationPlan {
  const check = new PolicyCheck("JwtAuthentication", component);
  const scope = checkPolicyScope(check, args);
  const name = check.input("name", args.name ?? component, dnsName);
  checkArguments(check, args);
  checkForZtunnel(check, scope);
  const common = {
    namespace: scope.namespace,
    labels: withMetadata(args.labels),
    annotations: withMetadata(args.annotations),
  };
  const authentication: NamedObject<RequestAuthenticationSpec> = {
    ...common,
    name,
    spec: {
      ...scope.attachment,
      jwtRules: args.issuers.map((issuer: JwtIssuer) => ({ ...issuer })),
    },
  };
  checkSpec(
    check,
    { apiVersion, kind: "RequestAuthentication" },
    authentication,
    authenticationNames,
  );
  const denial = args.require && {
    ...common,
    name: requirementName(name),
    spec: requirement(args, scope),
  };
  if (denial) {
    checkSpec(check, { apiVersion, kind: "AuthorizationPolicy" }, denial, requirementNames);
  }
  check.done();
  return { inputs: { ...args, name }, authentication, ...(denial && { requirement: denial }) };
}
