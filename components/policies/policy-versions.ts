import type { ArgumentCheck } from "../../arguments/argument-check";
import { recall } from "../../arguments/known-output";
import { type Demand, demand } from "../program/part";
import type { View } from "../program/view";
import { type PolicyArgs, type PolicyTarget, PolicyTargetKind } from "./policy-args";
import { mostTargets, type TargetRef } from "./policy-targets";

const services = (targets: readonly PolicyTarget[] = []) =>
  targets.flatMap((target, i): [number, PolicyTarget][] =>
    target.kind === PolicyTargetKind.Service ? [[i, target]] : [],
  );

const versionsOf = (program: View, namespace: PolicyArgs["namespace"], { name }: PolicyTarget) =>
  program.said("canaryServices", [namespace, name]).flatMap(({ names }) => names);

const namesIn = (targets: readonly PolicyTarget[]): Set<unknown> =>
  new Set(services(targets).map(([, { name }]) => name));

/**
 * The Services of the versions of the targets: who calls them by name calls past the policies of the
 * Service that they are versions of.
 */
export function versionTargets(
  check: ArgumentCheck,
  { namespace, targets = [] }: PolicyArgs,
  program: View,
): TargetRef[] {
  const own = namesIn(targets);
  const added = services(targets)
    .flatMap(([, target]) => versionsOf(program, namespace, target))
    .filter((name, i, all) => !own.has(name) && all.indexOf(name) === i);
  const count = targets.length + added.length;
  if (added.length > 0 && count > mostTargets && targets.length <= mostTargets) {
    check.fail(
      "targets",
      `has ${count} entries with the Services ${added.join(", ")} of versions, which are called past a policy of their Service; allowed: 1 to ${mostTargets}, so use two policies`,
    );
  }
  return added.map((name) => ({ group: "", kind: PolicyTargetKind.Service, name }));
}

/** A canary that is declared later makes Services that the policy does not know. */
export function demandsOfVersions(
  { namespace, targets = [] }: PolicyArgs,
  refs: readonly TargetRef[] = [],
): Demand[] {
  const known = new Set<unknown>(refs.map(({ name }) => name));
  return services(targets).map(([i, { name }]) =>
    demand({
      topic: "canaryServices",
      key: [namespace, name],
      path: `targets[${i}].name`,
      test: ({ names }) => {
        const unknown = names.filter((version) => !known.has(version));
        return unknown.length === 0
          ? undefined
          : `is the Service ${recall(name) ?? "of this canary"}, and the policy would not hold for ${unknown.join(", ")}, the Services of its versions: declare the canary before it`;
      },
    }),
  );
}
