import { isMap } from "../read/json-values";
import { isResource, leftOut, type Resource } from "../read/pulumi-json";
import { type StackSettings, stackSettings } from "./stack-settings";

/** What becomes of a resource. */
export const Fate = {
  Same: "same",
  Created: "created",
  /** It is there, and Pulumi takes it over. */
  Imported: "imported",
  Changed: "changed",
  /** Made anew. */
  Replaced: "replaced",
  Deleted: "deleted",
  /** Pulumi forgets it; in the cluster it stays. */
  Kept: "kept",
} as const;

/** One of `Fate`. */
export type Fate = (typeof Fate)[keyof typeof Fate];

/** A resource before and after. */
export interface Step {
  readonly fate: Fate;
  readonly urn: string;
  readonly before?: Resource;
  readonly after?: Resource;
  /** Properties for whose sake it is replaced. */
  readonly replaceReasons: readonly string[];
  /** Paths that the provider says are others, also where their values are hidden. */
  readonly paths: readonly string[];
}

/** What `pulumi preview --json` says. */
export interface Preview {
  /** `project/stack`. */
  readonly stack: string;
  /** One for each resource, by their URNs: a preview's own order is another each time. */
  readonly steps: readonly Step[];
  /** Why it ended early, in Pulumi's words. */
  readonly failures: readonly string[];
  /** What the stack's configuration says of the checks. */
  readonly settings: StackSettings;
  /** Why the unchanged resources are not in it. */
  readonly leftOut?: string;
}

const fates: Readonly<Record<string, Fate>> = {
  create: Fate.Created,
  import: Fate.Imported,
  update: Fate.Changed,
  delete: Fate.Deleted,
  replace: Fate.Replaced,
  "create-replacement": Fate.Replaced,
  "delete-replaced": Fate.Replaced,
  "import-replacement": Fate.Replaced,
};

/** What is only read is nobody's to delete. */
const ignored = ["discard", "discard-replaced", "remove-pending-replace"];

const fateOf = (op: string, before: Resource | undefined): Fate => {
  const fate = fates[op] ?? Fate.Same;
  return fate === Fate.Deleted && before?.retainOnDelete === true ? Fate.Kept : fate;
};

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function stepOf(step: Record<string, unknown>): Step {
  const before = isResource(step.oldState) ? step.oldState : undefined;
  const after = isResource(step.newState) ? step.newState : undefined;
  const fate = fateOf(String(step.op), before);
  const isGone = fate === Fate.Deleted || fate === Fate.Kept;
  return {
    fate,
    urn: String(step.urn),
    ...(before && { before }),
    ...(after && !isGone && { after }),
    replaceReasons: texts(step.replaceReasons),
    paths: isMap(step.detailedDiff) ? Object.keys(step.detailedDiff) : [],
  };
}

/**
 * What a resource's steps come to. A replacement is told in up to three; what `--refresh` has found is told before
 * what the program makes of it, and is no part of the update. A deletion that an earlier update still owes comes last.
 */
function together(a: Step | undefined, b: Step, op: string): Step {
  if (a === undefined || (a.fate !== Fate.Replaced && op !== "delete-replaced")) {
    return b;
  }
  return a.fate !== Fate.Replaced
    ? a
    : {
        ...b,
        ...a,
        ...(b.before && !a.before && { before: b.before }),
        ...(b.after && !a.after && { after: b.after }),
        replaceReasons: [...new Set([...a.replaceReasons, ...b.replaceReasons])],
        paths: [...new Set([...a.paths, ...b.paths])],
      };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
const colours = /\u001b\[[0-9;]*m/g;

function failuresOf(diagnostics: unknown): string[] {
  const all = Array.isArray(diagnostics) ? diagnostics : [];
  return all
    .filter((one) => isMap(one) && one.severity === "error")
    .map(({ message }) => String(message).replace(colours, "").trim());
}

/** A preview that ended before its first step names its stack where it says why. */
function urnIn(diagnostics: unknown): string | undefined {
  const all = Array.isArray(diagnostics) ? diagnostics : [];
  return all.map((one) => isMap(one) && one.urn).find((urn) => typeof urn === "string");
}

/** `project/stack` of a URN. */
function stackOf(urn: string | undefined): string {
  const [stack = "", project = ""] = (urn ?? "").replace("urn:pulumi:", "").split("::");
  return [project, stack].filter(Boolean).join("/");
}

/** Reads the one document of `pulumi preview --json`; undefined for anything else. */
export function previewOf(value: unknown): Preview | undefined {
  if (!isMap(value) || (!Array.isArray(value.steps) && !Array.isArray(value.diagnostics))) {
    return undefined;
  }
  const steps: unknown[] = Array.isArray(value.steps) ? value.steps : [];
  const byUrn = new Map<string, Step>();
  for (const step of steps) {
    if (isMap(step) && typeof step.urn === "string" && !ignored.includes(String(step.op))) {
      const one = stepOf(step);
      byUrn.set(one.urn, together(byUrn.get(one.urn), one, String(step.op)));
    }
  }
  const all = [...byUrn.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const missing = leftOut(value, steps);
  return {
    stack: stackOf(all[0]?.urn ?? urnIn(value.diagnostics)),
    steps: all,
    failures: failuresOf(value.diagnostics),
    settings: stackSettings(value.config),
    ...(missing !== undefined && { leftOut: missing }),
  };
}
