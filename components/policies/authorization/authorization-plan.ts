import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { checkExactlyOne } from "../../../arguments/choice";
import { recall } from "../../../arguments/known-output";
import { dnsName, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { dnsNameProblem } from "../../../values/dns";
import { dryRunAnnotation, securityV1 } from "../../../values/known-names";
import { isNamespacedName } from "../../../values/namespaced-name";
import { Profile } from "../../control-plane/profile";
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
import { knownProvider } from "../known-provider";
import { reachOf } from "../policy-reach";
import { type Attachment, checkPolicyScope } from "../policy-scope";
import { plainList } from "../text-list";
import type { AuthorizationCondition, AuthorizationRule } from "./authorization-args";
import {
  AuthorizationAction,
  type AuthorizationArgs,
  AuthorizationPreset,
} from "./authorization-args";
import { doubtfulTexts } from "./authorization-doubts";
import { policyRule, ruleByArguments } from "./authorization-policy-rule";
import { checkTexts } from "./authorization-texts";
import { authorizationPart } from "./authorization-together";
import { checkForZtunnel } from "./authorization-ztunnel";
import { mayBeSeveral, rivalOf } from "./authorizers";

const bases = ["rules", "preset", "onlyThroughWaypoint"] as const;

/** A service account that is there to be compared: nothing may stand for any text. */
const waypointName: Test<string> = (value) =>
  isNamespacedName(value, dnsNameProblem)
    ? undefined
    : `${shown(value)} is not the name of a waypoint; write "name" or "namespace/name"`;

function checkBasis(check: ArgumentCheck, args: AuthorizationArgs): void {
  checkExactlyOne(check, "rules", { object: args, names: bases });
  if (args.rules?.length === 0) {
    check.fail(
      "rules",
      '[] fits nothing; write preset "allow-nothing" when that is meant (IST0106)',
    );
  }
  if (args.action !== undefined && args.rules === undefined) {
    const [basis = "the basis"] = bases.filter((one) => args[one] !== undefined);
    check.fail("action", `"${args.action}" is for rules; ${basis} has its own action`);
  }
}

function checkDryRun(check: ArgumentCheck, { action, dryRun }: AuthorizationArgs): void {
  const decides = action !== AuthorizationAction.Audit && action !== AuthorizationAction.Custom;
  if (dryRun !== undefined && !decides) {
    check.fail(
      "dryRun",
      `${String(dryRun)} is for actions ALLOW and DENY, not ${action} (IST0106)`,
    );
  }
}

function checkProvider(check: ArgumentCheck, args: AuthorizationArgs): void {
  const { action, preset, provider, knownProviders } = args;
  check.input("provider", provider, knownProvider(knownProviders && plainList(knownProviders)));
  const asks = action === AuthorizationAction.Custom || preset === AuthorizationPreset.CustomAll;
  if (asks && provider === undefined) {
    const what = preset === undefined ? 'action "CUSTOM"' : `preset "${preset}"`;
    check.fail("provider", `is missing; ${what} needs the name of an authorizer`);
  }
  if (args.multipleProviders !== undefined && !asks) {
    check.fail("multipleProviders", 'is for action "CUSTOM"; leave it out');
  }
}

/** A rule of which nothing is said fits everything, which a preset says in words. */
function checkRule(check: ArgumentCheck, rule: AuthorizationRule, at: string, all: string): void {
  if (rule.from === undefined && rule.to === undefined && rule.when === undefined) {
    check.fail(
      at,
      `sets none of from, to and when, so it fits everything; write preset "${all}" when that is meant`,
    );
  }
}

const presetForAll: Record<AuthorizationAction, AuthorizationPreset> = {
  ALLOW: "allow-all",
  DENY: "deny-all",
  AUDIT: "audit-all",
  CUSTOM: "custom-all",
};

function checkWaypoint(check: ArgumentCheck, args: AuthorizationArgs): void {
  check.input("onlyThroughWaypoint", args.onlyThroughWaypoint, waypointName);
  if (args.onlyThroughWaypoint === undefined) {
    return;
  }
  if (args.targets) {
    check.fail(
      "targets",
      "is where the waypoint judges; the way past it ends at the Pods, so use selector",
    );
  }
  if (args.dataPlaneMode === Profile.Sidecar) {
    check.fail("dataPlaneMode", '"sidecar" has no waypoints; leave it out or write "ambient"');
  }
}

function checkCondition(check: ArgumentCheck, condition: AuthorizationCondition, at: string): void {
  checkExactlyOne(check, at, { object: condition, names: ["claim", "header", "attribute"] });
}

/** Reports what the object alone does not show to be wrong. */
function checkAuthorization(check: ArgumentCheck, args: AuthorizationArgs): void {
  checkProvider(check, args);
  checkDryRun(check, args);
  checkBasis(check, args);
  checkWaypoint(check, args);
  checkTexts(check, args.rules);
  args.rules?.forEach((rule, i) => {
    checkRule(check, rule, `rules[${i}]`, presetForAll[args.action ?? "ALLOW"] ?? "allow-all");
    rule.when?.forEach((condition, j) => {
      checkCondition(check, condition, `rules[${i}].when[${j}]`);
    });
  });
}

/** Arguments with all defaults filled in, and the object that follows from them. */
interface AuthorizationPlan {
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
