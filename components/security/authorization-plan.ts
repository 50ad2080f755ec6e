import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import type { AuthorizationPolicySpec } from "../resources/security/authorization-policy";
import type { Safe } from "../validation/argument-check";
import { checkArguments } from "../validation/check-arguments";
import { dnsName } from "../validation/tests";
import { whenKnown } from "../validation/when-known";
import { AuthorizationAction, type AuthorizationPreset } from "./authorization-action";
import type { AuthorizationArgs } from "./authorization-args";
import { checkAuthorization } from "./authorization-check";
import { type Identities, policyRule } from "./authorization-policy-rule";
import type { AuthorizationRule } from "./authorization-rule";
import { checkForZtunnel } from "./authorization-ztunnel";
import { type Attachment, checkPolicyScope } from "./policy-scope";
import { type ArgumentNames, checkSpec } from "./spec-check";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface AuthorizationPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<AuthorizationArgs>;
  action: AuthorizationAction;
  object: NamedObject<AuthorizationPolicySpec>;
}

const judged = { apiVersion: "security.istio.io/v1", kind: "AuthorizationPolicy" };

const argumentNames: ArgumentNames = [
  [/^spec\.(rules|provider)/, "$1"],
  [/^provider\.name$/, "provider"],
  [/\.(source|operation)(?=\.|$)/, ""],
  [/(\.when\[\d+\])\.key$/, "$1"],
];

const dryRunAnnotation = "istio.io/dry-run";

/** What holds, before it is written down as Istio does. */
interface Effect {
  action: AuthorizationAction;
  rules?: AuthorizationRule[];
}

const { Allow, Deny } = AuthorizationAction;

const presets: Record<AuthorizationPreset, Effect> = {
  "allow-nothing": { action: Allow },
  "allow-all": { action: Allow, rules: [{}] },
  "deny-all": { action: Deny, rules: [{}] },
};

function effect({ rules, action, preset, onlyThroughWaypoint }: AuthorizationArgs): Effect {
  if (onlyThroughWaypoint !== undefined) {
    return { action: Deny, rules: [{ from: [{ notServiceAccounts: [onlyThroughWaypoint] }] }] };
  }
  // An unknown preset is reported elsewhere and makes no object.
  return (preset && presets[preset]) ?? { action: action ?? Allow, ...(rules && { rules }) };
}

function annotations({ annotations, dryRun }: AuthorizationArgs) {
  return withMetadata(
    annotations,
    dryRun === undefined
      ? {}
      : { [dryRunAnnotation]: whenKnown([dryRun], (on: boolean) => `${on}`) },
  );
}

function policySpec(args: AuthorizationArgs, attachment: Attachment, identities: Identities) {
  const { action, rules } = effect(args);
  return {
    action,
    ...attachment,
    ...(args.provider !== undefined && { provider: { name: args.provider } }),
    ...(rules && { rules: rules.map((rule) => policyRule(rule, identities)) }),
  } satisfies AuthorizationPolicySpec;
}

/** Throws one error with everything that is wrong. */
export function authorizationPlan(
  component: string,
  unchecked: AuthorizationArgs,
): AuthorizationPlan {
  const check = checkArguments("Authorization", component, unchecked);
  const { args } = check;
  const scope = checkPolicyScope(check, args, [dryRunAnnotation]);
  const name = check.input("name", args.name ?? component, dnsName);
  const trustDomain = check.input("trustDomain", args.trustDomain, dnsName);
  checkAuthorization(check, args);
  if (scope.atZtunnel) {
    checkForZtunnel(check, args);
  }
  const { attachment, namespace } = scope;
  const identities = { namespace, trustDomain };
  checkSpec(check, judged, policySpec(args, attachment, identities), argumentNames);
  const safe = check.done();
  const spec = policySpec(safe, attachment, identities);
  const object = {
    name,
    namespace,
    labels: withMetadata(safe.labels),
    annotations: annotations(safe),
    spec,
  };
  return { inputs: { ...safe, name }, action: spec.action, object };
}
