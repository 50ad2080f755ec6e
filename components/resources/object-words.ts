import type { Finding } from "../../analysis/objects/finding";
import { findingReason } from "../../analysis/objects/finding-text";
import { shown } from "../../arguments/shown";

/** How the path of an object's field is called among the arguments that the object is written from. */
export type ArgumentOf = (field: string) => string;

/** The same as patterns and what stands for each; their order counts. */
export type ArgumentNames = readonly (readonly [pattern: RegExp, argument: string])[];

/** Replaces what the patterns know, in their order; what none of them knows keeps the object's word. */
export const argumentNamed =
  (names: ArgumentNames): ArgumentOf =>
  (field) =>
    names
      .reduce((known, [pattern, argument]) => known.replace(pattern, argument), field)
      .replace(/^metadata\./, "");

/** Whose words a finding is told in. */
export interface Told {
  kind: string;
  /** Name of the resource in the program. */
  name: string;
  /** The component that makes the object, e.g. `Canary "web"`. @default - none: it is told as itself */
  owner?: string;
  /** @default - the component has no words of its own for the object's fields */
  argument?: ArgumentOf;
}

/** A finding in the words of whoever wrote what it is about. */
export interface FindingInWords {
  propertyPath: string;
  reason: string;
}

const ownName = ({ kind, name }: Told) => `${kind} ${shown(name)}`;

/** Whom a message is about: the component, or an object that stands for itself. */
export const subjectOf = (told: Told): string => told.owner ?? ownName(told);

const fieldInText = /\b(?:spec|metadata)\.[\w.[\]]*\w/g;

/** The same finding by the arguments that the object is written from. */
export const byArguments = (argument: ArgumentOf, finding: Finding): FindingInWords => ({
  propertyPath: argument(finding.path),
  reason: findingReason(finding).replace(fieldInText, argument),
});

/** What is wrong with an object of a component, by the arguments of the component. */
export function inWords(told: Told, finding: Finding): FindingInWords {
  const { owner, argument } = told;
  if (owner !== undefined && argument !== undefined) {
    return byArguments(argument, finding);
  }
  const of = owner === undefined ? "" : `${ownName(told)} `;
  return { propertyPath: `${of}${finding.path}`, reason: findingReason(finding) };
}

/** Several fields of an object may be one argument, which is told once. */
export const eachOnce = (findings: readonly FindingInWords[]): FindingInWords[] => {
  const told = new Set<string>();
  return findings.filter(({ propertyPath, reason }) => {
    const text = `${propertyPath}: ${reason}`;
    return !told.has(text) && told.add(text);
  });
};
