import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { type Doubt, doubt } from "./doubt";
import type { ChooserFact } from "./facts/namespace-facts";
import { chosenBy, type Labels, labelsInWords, labelsMeet, plainLabels } from "./labels";
import { type Claim, type Fact, fact } from "./part";
import { selectorKey } from "./selector-key";
import type { Topics } from "./topics";
import type { View } from "./view";

/** Who chooses Pods, for an object of which istiod heeds the oldest one alone for each Pod. */
export interface Choice {
  kind: ChooserFact["kind"];
  /** In the words of an error: `SidecarScope "web"`. */
  owner: string;
  namespace: pulumi.Input<string>;
  /** Those of a whole namespace are claimed, and give way to those with labels. */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

const codes: Record<ChooserFact["kind"], string> = {
  Sidecar: "IST0110",
  Telemetry: "IST0159",
  PeerAuthentication: "KIA0003",
};

/** What is known of a choice while the program runs; nothing of one that arrives later. */
export function chooserOf({ kind, owner, namespace, selector }: Choice): ChooserFact[] {
  const [where, labels] = [recall(namespace), selector && plainLabels(selector)];
  return where === undefined || labels === undefined
    ? []
    : [{ kind, owner, namespace: where, labels }];
}

const places: Record<ChooserFact["kind"], string> = {
  Sidecar: "scope of the sidecars of",
  Telemetry: "telemetry of",
  PeerAuthentication: "mutual TLS of",
};

/** The place of an object that is for a whole namespace, or for Pods with these very labels. */
export const chooserClaim = (
  { kind, namespace, selector }: Omit<Choice, "owner">,
  path: string,
  way: string,
): Claim => ({
  what: places[kind],
  key: [namespace, ...(selector === undefined ? [] : [selectorKey(selector)])],
  path,
  way,
});

/** Tells the program who chooses Pods, for those that come later. */
export const chooserFacts = (all: readonly ChooserFact[], path: string): Fact[] =>
  all.map((value) => fact({ topic: "chooser", key: [value.kind, value.namespace], value, path }));

/** Labels of Pods that both choose: because one names all that the other does, or Pods of the program. */
function chosenByBoth(own: ChooserFact, other: ChooserFact, program: View): Labels | undefined {
  const [a, b] = [own.labels, other.labels];
  // The same labels are the same place, which is claimed.
  if (labelsInWords(a) === labelsInWords(b)) {
    return undefined;
  }
  return labelsMeet(a, b) === "surely"
    ? { ...a, ...b }
    : program
        .said("workload")
        .filter(({ namespace }) => namespace === own.namespace)
        .map(({ labels }) => labels)
        .find((labels) => chosenBy(a, labels) && chosenBy(b, labels));
}

/** Two with unlike labels that choose the same Pods; the one that comes later says it. */
export const chosenTwice = (all: readonly ChooserFact[], path: string): Doubt[] =>
  all.map((own) => {
    const reason = (program: View) => {
      const said: Topics["chooser"][] = program.said("chooser", [own.kind, own.namespace]);
      const others = said.includes(own) ? said.slice(0, said.indexOf(own)) : said;
      return others
        .flatMap((other) => {
          const pods = chosenByBoth(own, other, program);
          return pods
            ? `chooses Pods with ${labelsInWords(pods)}, which ${other.owner} chooses by ${labelsInWords(other.labels)} too: istiod heeds the older ${own.kind} for them and leaves the other one out (${codes[own.kind]}); write both into one, or make the labels exclude each other`
            : [];
        })
        .at(0);
    };
    return doubt(path, reason);
  });
