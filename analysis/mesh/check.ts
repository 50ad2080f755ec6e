import type { Declared } from "./declared-set";
import type { Kind, Specs } from "./kinds";
import type { ObjectId } from "./kubernetes-object";
import type { Mesh } from "./mesh";

/**
 * `error`: requests fail, a door is open, or the object is refused. `warning`: something has not the
 * effect that it seems to have. `info`: worth knowing, and often meant.
 */
export type Level = "error" | "warning" | "info";

/** A change that mends a finding, where there is one right answer. */
export interface Fix {
  /** Path in the object of the finding. */
  path: string;
  /** What is to stand there; undefined takes it out. */
  value: unknown;
}

/** A mistake that a check has found in an object. */
export interface Found {
  /** Path of the field from the object's top, e.g. `spec.http[0].route[1].destination.host`. */
  path: string;
  /** What is wrong, naming both sides, and what to do. Without the path. */
  message: string;
  /** The other objects that the message is about. */
  related?: readonly ObjectId[];
  /** The one change that mends it. */
  fix?: Fix;
  /** Where this finding is of another weight than the check's. */
  level?: Level;
  /** Those of the check's aliases that say this finding. @default - all */
  aliases?: readonly string[];
}

/** A reference to what the set does not hold and need not hold: another stack's, another team's. */
export interface NotDeclared {
  notDeclared: string;
  path: string;
}

/** A part of an object that could not be judged, and why. */
interface Unjudged {
  notJudged: string;
}

/** What a check says of an object. */
export type Verdict = Found | NotDeclared | Unjudged;

/** A mistake between objects, or in one: how it is found, told and mended. One module for each. */
export interface Check<K extends Kind = Kind> {
  /** Its own name, in words joined by hyphens; one code may have several checks. */
  id: string;
  /** istioctl's code, or else Kiali's, or else one of ours (`MESH` and four digits). */
  code: string;
  /** Codes of others that say the same. */
  aliases: readonly string[];
  level: Level;
  /** Kinds of the objects that are judged, one by one. */
  kinds: readonly K[];
  /** What is wrong, in one line. */
  summary: string;
  /** What happens to requests, or to whom. */
  why: string;
  /** What to do. */
  fix: string;
  /** Istio's, the Gateway API's or Kiali's page about it. */
  url: string;
  /** YAML that is found; the line of each finding ends with `# found`. */
  fires: string;
  /** YAML that is nearly the same, and right. */
  silent: string;
  run(object: Declared<Specs[K]>, mesh: Mesh): Iterable<Verdict>;
}

/** Keeps the kinds that a check reads together with the specification that its function gets. */
export const check = <K extends Kind>(one: Check<K>): Check => one as unknown as Check;
