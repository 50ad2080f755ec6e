import { didYouMean } from "../../values/closest";
import { applicationNameLabel } from "../../values/known-names";
import { keyedFacts } from "../mesh/keyed-facts";
import type { Mesh } from "../mesh/mesh";
import type { Workload } from "../mesh/model/workloads";
import { QuestionError } from "./question-error";
import type { WorkloadCaller } from "./request";

/** Labels by which people name a workload, besides its own name. */
const nameLabels = ["app", applicationNameLabel] as const;

const callers = keyedFacts<[namespace: string, name: string], Workload>();

/** The workload that asks: by its own name, else by its label `app`, else by its service account. */
export const callerOf = (mesh: Mesh, caller: WorkloadCaller): Workload =>
  mesh.fact(callers).get([caller.namespace, caller.name], () => foundCaller(mesh, caller));

function foundCaller(mesh: Mesh, { namespace, name }: WorkloadCaller): Workload {
  const all = mesh.workloadsIn(namespace);
  const found =
    all.find((one) => one.name === name) ??
    all.find(({ labels }) => nameLabels.some((label) => labels[label] === name)) ??
    all.find(({ serviceAccount }) => serviceAccount === name);
  if (found === undefined) {
    const names = [...new Set(all.map((one) => one.name))];
    const known =
      names.length === 0
        ? `no workload is declared in namespace ${JSON.stringify(namespace)}`
        : `the workloads of ${namespace} are ${names.sort().join(", ")}`;
    throw new QuestionError(
      `no workload ${JSON.stringify(`${name}.${namespace}`)}${didYouMean(name, names)}; ${known}`,
    );
  }
  return found;
}
