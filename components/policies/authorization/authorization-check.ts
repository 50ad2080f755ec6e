import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkExactlyOne } from "../../../arguments/choice";
import type { Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { dnsNameProblem } from "../../../values/dns";
import { isNamespacedName } from "../../../values/namespaced-name";
import { Profile } from "../../control-plane/profile";
import { knownProvider } from "../known-provider";
import { plainList } from "../text-list";
import {
  AuthorizationAction,
  type AuthorizationArgs,
  AuthorizationPreset,
} from "./authorization-args";
import type { AuthorizationCondition, AuthorizationRule } from "./authorization-rule";
import { checkTexts } from "./authorization-texts";

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
export function checkAuthorization(check: ArgumentCheck, args: AuthorizationArgs): void {
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
