import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import type { TextPart } from "./yaml-documents";

/** Where something is written; without a line where only the file is known. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** An object of what is checked. */
export interface InputObject {
  object: KubernetesObject;
  /** Where a field is written. */
  placeOf: (path: string) => Place;
  /** The text that it can be mended in; none for what is no file of objects. */
  origin?: Origin;
}

/** The document of a file in which an object is written. */
export interface Origin {
  file: string;
  document: TextPart;
  /** Path of the object in the document: empty, or `items[3]` in a list. */
  path: string;
}

/** What could not be read: nothing is known of it, so that no answer is complete. */
export interface Problem extends Partial<Place> {
  message: string;
}

/** What was read. */
export interface Input {
  objects: InputObject[];
  problems: Problem[];
  /** What was left out, and why: it is no mistake. */
  skipped: Problem[];
}

/** Several inputs as one. */
export const together = (inputs: readonly Input[]): Input => ({
  objects: inputs.flatMap(({ objects }) => objects),
  problems: inputs.flatMap(({ problems }) => problems),
  skipped: inputs.flatMap(({ skipped }) => skipped),
});

/** An input of nothing but a problem. */
export const unreadable = (problem: Problem): Input => ({
  objects: [],
  problems: [problem],
  skipped: [],
});
