import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import { usualIstioNamespace } from "../../values/known-names";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import type { PolicyArgs } from "./policy-args";
import { hasProxies, namespaceChecks } from "./without-proxy";

/** The namespaces whose policies are for the whole mesh, and who says so; nothing while one is unknown. */
function rootsOf(program: View): { owner: string; root: string }[] | undefined {
  const said = program
    .said("controlPlane")
    .map(({ owner, rootNamespace }) => ({ owner, root: recall(rootNamespace) }));
  return said.some(({ root }) => root === undefined)
    ? undefined
    : (said as { owner: string; root: string }[]);
}

/** Why a namespace that looks like that of the whole mesh is not, or nothing. */
function misplaced(program: View, namespace: string): string | undefined {
  const roots = rootsOf(program);
  const [first] = roots ?? [];
  const homes = program.said("controlPlane").flatMap((plane) => recall(plane.namespace) ?? []);
  const isTaken =
    ![usualIstioNamespace, ...homes].includes(namespace) ||
    roots?.some(({ root }) => root === namespace) ||
    hasProxies(program, namespace);
  return first === undefined || isTaken
    ? undefined
    : `${shown(namespace)} is not where policies for the whole mesh are: ${first.owner} has ${shown(first.root)} for that (its rootNamespace), so that this is for Pods of ${namespace} alone; did you mean ${shown(first.root)}?`;
}

/** What is written for the whole mesh has to be where that istiod looks for it. */
export const meshWideChecks = (
  args: Pick<PolicyArgs, "namespace" | "targets">,
  path = "namespace",
): EndCheck[] => namespaceChecks(args, path, misplaced);

const classOnly =
  '"GatewayClass" is heeded in the namespace of policies for the whole mesh alone, its rootNamespace';

/** Why a class of waypoints cannot be a target in a namespace, as far as the program says all of it. */
export function classElsewhere(program: View, namespace: string): string | undefined {
  const roots = rootsOf(program) ?? [];
  const [first] = roots;
  return first && roots.every(({ root }) => root !== namespace)
    ? `${classOnly}, which is ${shown(first.root)} (${first.owner}), and not ${shown(namespace)}: nothing enforces the policy; did you mean namespace: ${shown(first.root)}?`
    : undefined;
}

/** The same where another program may say which namespace that is. */
export const classPerhapsElsewhere = (program: View, namespace: string): string | undefined =>
  program.said("controlPlane").length === 0 && namespace !== usualIstioNamespace
    ? `${classOnly}: ${shown(usualIstioNamespace)}, unless the mesh config says that it is ${shown(namespace)}; elsewhere nothing enforces the policy`
    : classElsewhere(program, namespace);
