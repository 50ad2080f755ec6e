import { chosenBy, plainLabels } from "../../program/labels";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import type { CanaryPlan } from "./canary-plan";

/** The Service's Deployments in the program: of a Service with none, somebody else makes the Pods. */
function workloadsOf(program: View, namespace: string, service: string) {
  const [fact] = program.said("service", [namespace, service]);
  const selector = fact?.selector ?? {};
  return Object.keys(selector).length === 0
    ? []
    : program
        .said("workload")
        .filter((one) => one.namespace === namespace && chosenBy(selector, one.labels));
}

/** Versions that get a share of the requests and have no Pods in the program, which has the others'. */
export const versionPodChecks = (
  { versions }: CanaryPlan,
  namespace: string,
  service: string,
): EndCheck[] =>
  versions.map(({ name, weight, labels }, i) => ({
    path: `versions[${i}].labels`,
    reason(program) {
      const wanted = plainLabels(labels);
      const all = workloadsOf(program, namespace, service);
      const own = wanted ? all.filter((one) => chosenBy(wanted, one.labels)) : [];
      if (wanted === undefined || all.length === 0 || weight === 0) {
        return undefined;
      }
      if (own.length === 0) {
        return `${JSON.stringify(wanted)} are on the Pods of no Deployment that the program has for ${namespace}/${service}: requests to ${name} get 503; write the labels that its Pods have`;
      }
      return own.every(({ replicas }) => replicas === 0)
        ? `choose Pods of a Deployment with 0 replicas: requests to ${name} get 503`
        : undefined;
    },
  }));
