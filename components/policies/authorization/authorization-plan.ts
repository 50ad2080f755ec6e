import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { dnsName } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { dryRunAnnotation, securityV1 } from "../../../values/known-names";
import { withMetadata } from "../../metadata";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import { objectRefusals } from "../../resources/object-refusals";
import { argumentNamed } from "../../resources/object-words";
import type {
  AuthorizationPolicyRule,
  AuthorizationPolicySpec,
} from "../../resources/security/authorization-policy";
import { reachOf } from "../policy-reach";
import { type Attachment, checkPolicyScope } from "../policy-scope";
import {
  AuthorizationAction,
  type AuthorizationArgs,
  type AuthorizationPreset,
} from "./authorization-args";
import { checkAuthorization } from "./authorization-check";
import { doubtfulTexts } from "./authorization-doubts";
import { authorizationPart } from "./authorization-part";
import { policyRule, ruleByArguments } from "./authorization-policy-rule";
import type { AuthorizationRule } from "./authorization-rule";
import { checkForZtunnel } from "./authorization-ztunnel";
import { mayBeSeveral, rivalOf } from "./authorizers";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface AuthorizationPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<AuthorizationArgs>;
  action: AuthorizationAction;
  object: NamedObject<AuthorizationPolicySpec>;
  part: Part;
  /** What may be meant otherwise; shown at the component. */
  warnings: string[];
}

const judged = { apiVersion: securityV1, kind: "AuthorizationPolicy" };

/** How the fields of the policy are called among the arguments. */
export const authorizationArgument = argumentNamed([
  [/^spec\.(rules|provider|action)/, "$1"],
  [/^spec\.targetRefs/, "targets"],
  [/^spec\.selector\.matchLabels/, "selector"],
  [/^provider\.name$/, "provider"],
  [/\.(source|operation)(?=\.|$)/, ""],
  [/(\.when\[\d+\])\.key$/, "$1"],
]);

/** What holds, before it is written down as Istio does. */
interface Effect {
  action: AuthorizationAction;
  rules?: AuthorizationRule[];
}

const { Allow, Audit, Custom, Deny } = AuthorizationAction;

const presets: Record<AuthorizationPreset, Effect> = {
  "allow-nothing": { action: Allow },
  "allow-all": { action: Allow, rules: [{}] },
  "deny-all": { action: Deny, rules: [{}] },
  "custom-all": { action: Custom, rules: [{}] },
  "audit-all": { action: Audit, rules: [{}] },
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

function policySpec(
  args: AuthorizationArgs,
  attachment: Attachment,
  written: (rule: AuthorizationRule) => AuthorizationPolicyRule,
) {
  const { action, rules } = effect(args);
  return {
    action,
    ...attachment,
    ...(args.provider !== undefined && { provider: { name: args.provider } }),
    ...(rules && { rules: rules.map(written) }),
  } satisfies AuthorizationPolicySpec;
}

/** Reports a second authorizer; what may be one is warned of. */
function checkRivals(check: ArgumentCheck<AuthorizationArgs>, program: View): string[] {
  const { args } = check;
  const provider = args.provider === undefined ? undefined : recall(args.provider);
  if (provider === undefined || (args.multipleProviders ?? mayBeSeveral(program))) {
    return [];
  }
  const rival = rivalOf(program, { owner: "", provider, reach: reachOf(args) });
  if (rival?.sure) {
    check.fail("provider", `${shown(provider)} ${rival.reason}`);
  }
  return rival && !rival.sure ? [`provider: ${shown(provider)} ${rival.reason}`] : [];
}

const normalization = (program: View): string | undefined =>
  program.said("controlPlane").flatMap(({ pathNormalization }) => pathNormalization ?? [])[0];

/** Throws one error with everything that is wrong. */
export function authorizationPlan(
  component: string,
  unchecked: AuthorizationArgs,
  program: View = nothingSaid,
): AuthorizationPlan {
  const check = checkArguments("Authorization", component, unchecked);
  const { args } = check;
  const scope = checkPolicyScope(check, args, [dryRunAnnotation], program);
  const name = check.input("name", args.name ?? component, dnsName);
  const trustDomain = check.input("trustDomain", args.trustDomain, dnsName);
  checkAuthorization(check, args);
  if (scope.atZtunnel) {
    checkForZtunnel(check, args, scope.because);
  }
  const rivals = checkRivals(check, program);
  const { attachment, namespace } = scope;
  const identities = { namespace, trustDomain };
  const spec = policySpec(args, attachment, (rule) => ruleByArguments(rule, identities));
  check.failUnlessTold(objectRefusals({ ...judged, spec }, authorizationArgument));
  const safe = check.done();
  const owner = `Authorization ${shown(component)}`;
  const { action, rules } = effect(safe);
  const object = {
    name,
    namespace,
    labels: withMetadata(safe.labels),
    annotations: annotations(safe),
    spec: policySpec(safe, attachment, (rule) => policyRule(rule, identities)),
  };
  const doubts = [...rivals, ...doubtfulTexts(action, rules, normalization(program))];
  return {
    inputs: { ...safe, name },
    action,
    object,
    part: authorizationPart({ owner, args: safe, scope, action, rules, object }),
    warnings: doubts.map((doubt) => `${owner}: ${doubt}`),
  };
}
