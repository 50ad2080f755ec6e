import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../../arguments/shown";
import { didYouMean } from "../../values/closest";
import type {
  ControlPlaneFact,
  ExtensionProviderFact,
  RevisionFact,
} from "../program/facts/control-plane-facts";
import { type Claim, type Demand, demand } from "../program/part";
import type { View } from "../program/view";
import { defaultRevision } from "./revision";

/** Pods of a name get their proxies from one istiod (IST0139). */
export const revisionClaim = (name: pulumi.Input<string>, path: string): Claim => ({
  what: "name of an istiod,",
  key: [name],
  path,
  way: "choose another name, or move the tag by its revision",
});

/** Why nobody gets a proxy by this name, when the program has istiods and none is called so. */
function noSuchRevision(
  revision: string | undefined,
  all: readonly RevisionFact[],
  names: readonly string[],
): string | undefined {
  if (all.length === 0 || revision === undefined || names.includes(revision)) {
    return undefined;
  }
  const there = `the program has ${names.map((name) => shown(name)).join(", ")}`;
  return revision === defaultRevision
    ? `nothing of this program injects where no revision is named: ${there}; name one of these, or write defaultRevision where the shared parts are`
    : `no istiod and no tag of this program is called ${shown(revision)}: ${there}${didYouMean(revision, names)}; if another program brings it, all is well`;
}

/** Names by which the program's istiods can be chosen. */
const namesOf = (all: readonly RevisionFact[]): string[] => [
  ...new Set(all.flatMap(({ name }) => name ?? [])),
];

/** What is asked of the istiods of a name. */
const ofRevision = (
  revision: pulumi.Input<string> | undefined,
  path: string,
  test: (istiod: ControlPlaneFact) => string | undefined,
) => ({
  topic: "revision" as const,
  key: [revision ?? defaultRevision],
  path,
  test: ({ controlPlane }: RevisionFact) => controlPlane && test(controlPlane),
});

/** What an istiod of the program has to be like; of another program's nothing is known. */
export const istiodDemand = (...asked: Parameters<typeof ofRevision>): Demand =>
  demand(ofRevision(...asked));

/**
 * A name of an istiod that Pods get their proxies from. `test` is asked of each istiod of the name.
 */
export const revisionDemand = (
  revision: pulumi.Input<string> | undefined,
  path: string,
  test: (istiod: ControlPlaneFact) => string | undefined = () => undefined,
): Demand =>
  demand({
    ...ofRevision(revision, path, test),
    missing: (all, [name]) => noSuchRevision(name, all, namesOf(all)),
  });

/**
 * The istiods whose settings hold in a namespace: that of the revision of its sidecars, or all of the
 * program where nothing is known of that.
 */
export function istiodsFor(program: View, namespace: string | undefined): ControlPlaneFact[] {
  const named = namespace === undefined ? [] : program.said("namespace", [namespace]);
  const own = named
    .flatMap(({ revision }) => (revision === undefined ? [] : program.said("revision", [revision])))
    .flatMap(({ controlPlane }) => controlPlane ?? []);
  return own.length > 0 ? own : program.said("controlPlane");
}

/** Names of the extension providers that these istiods have. */
export const providersOf = (
  istiods: readonly ControlPlaneFact[],
  program: View,
): ExtensionProviderFact[] =>
  program
    .said("extensionProvider")
    .filter(
      ({ revision }) =>
        revision === undefined || istiods.some((istiod) => istiod.revision === revision),
    );

/** The istiod that a name stands for, when the program declared it before. */
export function istiodOf(
  program: View,
  revision: pulumi.Input<string> | undefined,
): ControlPlaneFact | undefined {
  return program
    .said("revision", [revision ?? defaultRevision])
    .flatMap(({ controlPlane }) => controlPlane ?? [])[0];
}
