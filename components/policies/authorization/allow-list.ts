import type { LateList } from "../../../arguments/late-list";
import { withNamespace } from "../../../values/namespaced-name";
import { fitsPattern } from "../../../values/pattern";
import { isPrincipalOf } from "../../../values/principal";
import type { WaypointFact } from "../../program/facts/namespace-facts";
import type { AllowListFact } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { isMeshWide, meeting, modeSaid, rootNamespace } from "../policy-reach";
import { plainList } from "../text-list";
import type { AuthorizationRule, AuthorizationSource } from "./authorization-args";

interface Account {
  namespace: string;
  name: string;
}

/** What a rule makes of an account; undefined when that is seen only later, or hangs on more. */
type Verdict = boolean | undefined;

const one = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

const listed = (list: LateList<string>, test: (entry: string) => boolean): Verdict =>
  plainList(list)?.some(test);

const known = new Set([
  "serviceAccounts",
  "notServiceAccounts",
  "namespaces",
  "notNamespaces",
  "principals",
  "notPrincipals",
]);

function sourceAdmits(source: AuthorizationSource, account: Account, own: string): Verdict {
  const accountFits = (entry: string) =>
    withNamespace(entry, own) === `${account.namespace}/${account.name}`;
  const namespaceFits = (entry: string) => fitsPattern(entry, account.namespace);
  const principalFits = (entry: string) => isPrincipalOf(entry, account.namespace, account.name);
  const tests = [
    ["serviceAccounts", "notServiceAccounts", accountFits],
    ["namespaces", "notNamespaces", namespaceFits],
    ["principals", "notPrincipals", principalFits],
  ] as const;
  const verdicts = tests.flatMap(([field, notField, test]): Verdict[] => [
    ...(source[field] ? [listed(source[field], test)] : []),
    ...(source[notField] ? [not(listed(source[notField], test))] : []),
  ]);
  const rest = Object.keys(source).some((field) => !known.has(field));
  return all([...verdicts, ...(rest ? [undefined] : [])]);
}

/** Whether an ALLOW policy of `own` lets connections of an account pass. */
export function admits(
  rules: readonly AuthorizationRule[] | undefined,
  account: Account,
  own: string,
): Verdict {
  return one(
    (rules ?? []).map(({ from, when }) =>
      all([
        from ? one(from.map((source) => sourceAdmits(source, account, own))) : true,
        when ? undefined : true,
      ]),
    ),
  );
}

/** Which waypoints of the program send requests to Pods that the list is for. */
function waypointsBefore(program: View, list: AllowListFact): WaypointFact[] {
  const { namespace } = list.reach;
  const meshWide = namespace === rootNamespace(program);
  return program
    .said("waypoint")
    .filter(
      (waypoint) =>
        waypoint.namespace !== undefined &&
        waypoint.waypointFor !== "none" &&
        (waypoint.namespace === namespace || meshWide) &&
        (modeSaid(program, waypoint.namespace) ?? "ambient") === "ambient",
    );
}

/** Whether one of the lists that hold there, this or another one, lets the waypoint in. */
function isLetIn(program: View, list: AllowListFact, { namespace, name }: WaypointFact): boolean {
  if (namespace === undefined || name === undefined) {
    return true;
  }
  const root = rootNamespace(program);
  return program
    .said("allowList")
    .filter(
      (other) =>
        (other.reach.namespace === namespace || isMeshWide(other.reach, root)) &&
        meeting(other.reach, list.reach, root) !== "never",
    )
    .some((other) => other.admits({ namespace, name }) !== false);
}

/** An earlier list that is for all of the same Pods says it already. */
export const saysFirst = (program: View, list: AllowListFact): boolean => {
  const first = program
    .said("allowList")
    .find((other) => meeting(other.reach, list.reach, rootNamespace(program)) === "surely");
  return first === undefined || first === list;
};

/** Waypoints reach Pods under an identity of their own, which a list of callers has to know. */
export const checkOfWaypoints = (list: AllowListFact, path: string): EndCheck => ({
  path,
  reason: (program) => {
    const out = waypointsBefore(program, list).filter((fact) => !isLetIn(program, list, fact));
    const [{ namespace, name, owner } = { owner: "" }] = out;
    if (out.length === 0 || !saysFirst(program, list)) {
      return undefined;
    }
    const others = out.length > 1 ? ` and ${out.length - 1} more` : "";
    return `lets no connection of ${owner}${others} through to the Pods: a waypoint comes under its own account, whoever calls; add an Authorization for namespace ${namespace} with rules: [{ from: [{ serviceAccounts: ["${namespace}/${name}"] }] }]`;
  },
});

/** A denial for the mesh is one for Pods: waypoints heed only what names them. */
export const checkOfMeshDenial = (list: AllowListFact, path: string): EndCheck => ({
  path,
  reason: (program) =>
    isMeshWide(list.reach, rootNamespace(program)) &&
    program.said("waypoint").length > 0 &&
    program.said("waypointClassPolicy").length === 0 &&
    list.admits({ namespace: "", name: "" }) === false
      ? `holds at Pods and at no waypoint, which heeds only policies that name it or what it serves: for a denial at all waypoints add the same with targets: [{ kind: "GatewayClass", name: "istio-waypoint" }]`
      : undefined,
});
