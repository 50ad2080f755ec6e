import {
  gatewayApi,
  gatewayNameLabel,
  networkingApi,
  waypointClass,
} from "../../../values/known-names";
import type { Declared } from "../../mesh/declared-set";
import { keyedFacts } from "../../mesh/keyed-facts";
import { objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { byCreation } from "../../mesh/model/creation";
import {
  type Attachable,
  hasSelector,
  type Policies,
  selectorOf,
  type TargetRef,
  targetsOf,
} from "../../mesh/model/policies";
import { type Labels, selects } from "../../mesh/model/selector";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import { NotJudged } from "../../mesh/not-judged";
import { isStandIn } from "../gateways/stand-ins";

const isOf =
  (group: string) =>
  ({ group: own = "" }: TargetRef): boolean =>
    own === group || (group === "" && own === "core");

/** The policies of a namespace with a reference of this group, kind and name. */
const attached = <Spec extends Attachable>(
  policies: Policies<Spec>,
  namespace: string,
  group: string,
  kind: string,
  name: string,
): readonly Declared<Spec>[] =>
  policies
    .attachedTo(namespace, kind, name)
    .filter(({ spec }) =>
      targetsOf(spec).some((ref) => ref.kind === kind && ref.name === name && isOf(group)(ref)),
    );

const onHost = <Spec extends Attachable>(policies: Policies<Spec>, { source: { id } }: Host) =>
  id.kind === "Service"
    ? attached(policies, id.namespace, "", "Service", id.name)
    : id.kind === "ServiceEntry"
      ? attached(policies, id.namespace, networkingApi, "ServiceEntry", id.name)
      : [];

/** The root namespace's first, then those of others, the oldest first. */
const inOrder = <Spec extends Attachable>(
  all: Iterable<Declared<Spec>>,
  rootNamespace: string,
): Declared<Spec>[] => {
  const ordered = [...new Set(all)]
    .map((source) => ({ source }))
    .sort(byCreation)
    .map(({ source }) => source);
  const isRoot = ({ id }: Declared) => id.namespace === rootNamespace;
  return [...ordered.filter(isRoot), ...ordered.filter((one) => !isRoot(one))];
};

function perhapsAt<Spec extends Attachable>(
  mesh: Mesh,
  policies: Policies<Spec>,
  workload: Workload,
): readonly Declared<Spec>[] {
  const places = [workload.namespace, policies.rootNamespace];
  const fits = (selector: Labels) =>
    Object.entries(selector).every(([key, value]) => (workload.labels[key] ?? value) === value);
  return policies.all.filter(
    (policy) =>
      places.includes(policy.id.namespace) &&
      targetsOf(policy.spec).length === 0 &&
      hasSelector(policy.spec) &&
      fits(selectorOf(policy.spec)) &&
      !selects(selectorOf(policy.spec), workload.labels) &&
      mesh.chosenBy(policy).length === 0,
  );
}

const perhaps = keyedFacts<[policies: object, workload: Workload], readonly Declared<never>[]>();

/**
 * The policies that may be for a gateway whose Pods are not declared: of them no more is known than the labels
 * that its Gateway chooses them by, and nobody else has what the policy asks for.
 */
export const policiesPerhapsAt = <Spec extends Attachable>(
  mesh: Mesh,
  policies: Policies<Spec>,
  workload: Workload,
): readonly Declared<Spec>[] =>
  isStandIn(mesh, workload)
    ? mesh
        .fact(perhaps)
        .get([policies, workload], () => perhapsAt(mesh, policies, workload) as never)
    : [];

/** The policies that a workload's proxy follows, where that is known. */
export function knownPoliciesAt<Spec extends Attachable>(
  mesh: Mesh,
  policies: Policies<Spec>,
  workload: Workload,
  called?: Host,
): readonly Declared<Spec>[] {
  const [unknown] = policiesPerhapsAt(mesh, policies, workload);
  if (unknown) {
    throw new NotJudged(
      `whether ${objectWords(unknown.id)} is for the gateway ${workload.name}, whose Pods are not declared`,
    );
  }
  return policiesAt(policies, workload, called);
}

/**
 * The policies that a workload's proxy follows: by labels, and at proxies of the Gateway API by the name of
 * their Gateway. A waypoint follows no labels, but what is attached to the host that is called, to its Gateway
 * and to the class of all waypoints.
 */
export function policiesAt<Spec extends Attachable>(
  policies: Policies<Spec>,
  workload: Workload,
  called?: Host,
): readonly Declared<Spec>[] {
  const { namespace, labels, gateway } = workload;
  const { rootNamespace } = policies;
  const name = labels[gatewayNameLabel];
  if (name === undefined) {
    return inOrder(policies.choosing(workload), rootNamespace);
  }
  const own = attached(policies, namespace, gatewayApi, "Gateway", name);
  return inOrder(
    gateway === "waypoint"
      ? [
          ...attached(policies, rootNamespace, gatewayApi, "GatewayClass", waypointClass),
          ...own,
          ...(called ? onHost(policies, called) : []),
        ]
      : [...own, ...policies.choosing(workload)],
    rootNamespace,
  );
}
