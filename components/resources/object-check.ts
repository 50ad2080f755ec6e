import * as pulumi from "@pulumi/pulumi";
import { codesLeftAlone } from "../../analysis/mesh/suppression";
import { rulesAvailable } from "../../analysis/objects/cel";
import { checkForRelease, type InstalledRelease } from "../../analysis/objects/check-release";
import type { Finding } from "../../analysis/objects/finding";
import { findingReason } from "../../analysis/objects/finding-text";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { withoutValue } from "../../arguments/late-value";
import { problemsFound } from "../../arguments/problems-found";
import { settledWhole } from "../program/settled";
import { eachOnce, inWords, subjectOf, type Told } from "./object-words";
import { holdsLater, plainPart, withGate } from "./plain-part";

/** What happens to what the API server or istiod would refuse. */
export const Validation = {
  /** It is an error before the resource is registered. */
  Error: "error",
  /** It is a warning. */
  Warn: "warn",
  /** Nothing is checked. */
  Off: "off",
} as const;
export type Validation = (typeof Validation)[keyof typeof Validation];

interface Subject extends Told {
  apiVersion: string;
  /** What the program installs; asked when the object is judged. @default - nothing is known of it */
  installed?(): InstalledRelease | undefined;
  /** The refusal that the program made in these words already. @default - each is its own */
  refusal?(error: pulumi.InputPropertiesError): Error;
}

/** Arguments to go on with, and warnings to show once there is a resource to show them at. */
export interface Checked<Args> {
  args: Args;
  warnings: string[];
  /** Settles when what was not known at first has been checked; absent when all was known. */
  late?: Promise<string[]>;
  /** What definitions that are said later may not take; absent when all of them take all. */
  doubtful?: DoubtfulPart;
}

/** A part of an object that some releases take and others do not. */
interface DoubtfulPart {
  path: string;
  /** Why a release cannot take it. */
  refusedBy(installed: InstalledRelease): string | undefined;
}

/** Throws for errors, unless they are to be warnings; returns the warnings. */
function judge(subject: Subject, findings: Finding[], validation: Validation): string[] {
  const words = (some: Finding[]) => eachOnce(some.map((finding) => inWords(subject, finding)));
  const errors = words(findings.filter(({ level }) => level === "error"));
  if (errors.length > 0 && validation === Validation.Error) {
    const refusal = problemsFound(subjectOf(subject), errors);
    throw subject.refusal?.(refusal) ?? refusal;
  }
  return words(findings).map(
    ({ propertyPath, reason }) => `${subjectOf(subject)}: ${propertyPath}: ${reason}`,
  );
}

let noted = false;

/** Said once: what is checked must not depend silently on what happens to be installed. */
function missingRules(): string[] {
  if (noted || rulesAvailable()) {
    return [];
  }
  noted = true;
  return [
    "the rules of the custom resource definitions are not checked: the optional package @bufbuild/cel is not installed",
  ];
}

async function judgeLate(
  subject: Subject,
  args: object,
  validation: Validation,
): Promise<string[]> {
  const output = pulumi.output(args);
  const known: Partial<MeshObject> | undefined = await settledWhole(output);
  if (known === undefined) {
    return [];
  }
  const findings = findingsOf(subject, known);
  const secret = findings.length > 0 && (await pulumi.isSecret(output));
  return judge(subject, secret ? findings.map(discreet) : findings, validation);
}

/** Some part of the object is a secret, and this may be it. */
const discreet = (finding: Finding): Finding => ({
  ...finding,
  value: undefined,
  reason: withoutValue(finding.reason, finding.value),
});

/** What the object's own annotation leaves alone is not told; what is refused always is. */
function findingsOf(
  { apiVersion, kind, installed }: Subject,
  args: Partial<MeshObject>,
): Finding[] {
  const leftAlone = codesLeftAlone(args.metadata?.annotations);
  const isTold = ({ level, code }: Finding) =>
    level === "error" || !leftAlone.some((one) => one === "*" || one === code);
  return checkForRelease({ metadata: {}, ...args, apiVersion, kind }, installed?.()).filter(isTold);
}

/** Why an object cannot be in a cluster with such definitions, though others take it. */
function refusedBy(subject: Subject, args: Partial<MeshObject>, installed: InstalledRelease) {
  const wrong = findingsOf({ ...subject, installed: () => installed }, args);
  const [first] = wrong.filter(({ level }) => level === "error");
  return first && findingReason(first);
}

/**
 * Checks what is known now; what is not known yet is checked when it is, and the resource waits
 * for that.
 */
export function checkedArgs<Args extends object>(
  subject: Subject,
  args: Args,
  validation: Validation = Validation.Error,
): Checked<Args> {
  if (validation === Validation.Off) {
    return { args, warnings: [] };
  }
  const later = holdsLater(args);
  const plain: Partial<MeshObject> = later ? (plainPart(args) as Partial<MeshObject>) : args;
  const findings = findingsOf(subject, plain);
  const warnings = [...missingRules(), ...judge(subject, findings, validation)];
  // Whoever installs Istio may be declared after the object.
  const [first] = subject.installed?.() || validation !== Validation.Error ? [] : findings;
  const doubtful = first && {
    doubtful: {
      path: first.path,
      refusedBy: (installed: InstalledRelease) => refusedBy(subject, plain, installed),
    },
  };
  if (!later) {
    return { args, warnings, ...doubtful };
  }
  const late = judgeLate(subject, args, validation).then((all) =>
    all.filter((warning) => !warnings.includes(warning)),
  );
  return { args: withGate(args, late), warnings, late, ...doubtful };
}
