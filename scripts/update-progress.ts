import { stripVTControlCharacters } from "node:util";

/** What of Pulumi's engine events is looked at (`pulumi up --json` writes one a line). */
export interface EngineEvent {
  diagnosticEvent?: { urn?: string; message: string; severity: string; ephemeral?: boolean };
  resourcePreEvent?: { metadata: Step };
  resOutputsEvent?: { metadata: Step };
  resOpFailedEvent?: { metadata: Step };
  summaryEvent?: { durationSeconds: number; resourceChanges: Record<string, number> };
}

interface Step {
  op: string;
  urn: string;
  diffs?: string[];
  new?: { custom?: boolean } | null;
  old?: { custom?: boolean } | null;
}

const verbs: Readonly<Record<string, string>> = {
  create: "created",
  "create-replacement": "created in place of another",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  "delete-replaced": "deleted after its replacement",
  read: "read",
  import: "taken over",
  same: "unchanged",
};

const verb = (op: string): string => verbs[op] ?? op;

const planned: Readonly<Record<string, string>> = {
  create: "to create",
  "create-replacement": "to create in place of another",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  "delete-replaced": "to delete after its replacement",
  read: "to read",
  import: "to take over",
};

/** How an update is shown. */
export interface ProgressOptions {
  /** Whether it is only looked ahead at. */
  preview?: boolean;
  /** Messages that are not worth telling. */
  quiet?: (message: string) => boolean;
}

/** What there are many of at a first deployment, and what is no change: counted, not listed. */
const counted = new Set(["create", "same", "read"]);

/** Kind and name of a resource, without those it is below. */
export function resourceWords(urn: string): string {
  const [type = "", ...name] = urn.split("::").slice(2);
  return `${type.split(/[$:]/).at(-1)} ${name.join("::")}`;
}

/** Colours are for terminals; of its own ones Pulumi writes the names. */
const withoutColours = (text: string) =>
  stripVTControlCharacters(text.replace(/<\{%[^%]*%\}>/g, "")).trimEnd();

/** An update in few lines: what changes, what is waited for, what is warned of, the sum. */
export class UpdateProgress {
  readonly #underWay = new Map<string, number>();
  readonly #objects = new Set<string>();
  /** Messages that were worth telling. */
  readonly told: string[] = [];
  #done = 0;
  #lastHeartbeat = "";

  /** `now` is in milliseconds. */
  constructor(
    private readonly now: () => number,
    private readonly options: ProgressOptions = {},
    private readonly began = now(),
  ) {}

  /** The lines that an event is worth. */
  take(event: EngineEvent): string[] {
    const { diagnosticEvent, resourcePreEvent, resOutputsEvent, resOpFailedEvent } = event;
    if (diagnosticEvent) {
      return this.#message(diagnosticEvent);
    }
    if (resourcePreEvent) {
      return this.#begin(resourcePreEvent.metadata);
    }
    if (resOutputsEvent) {
      return this.#end(resOutputsEvent.metadata);
    }
    if (resOpFailedEvent) {
      this.#underWay.delete(resOpFailedEvent.metadata.urn);
      return [`  ${resourceWords(resOpFailedEvent.metadata.urn)} failed`];
    }
    return event.summaryEvent ? [this.#sum(event.summaryEvent)] : [];
  }

  /** How far it is, unless nothing has moved and nothing is waited for since it was told last. */
  heartbeat(): string[] {
    const names = [...this.#underWay].sort(([, a], [, b]) => a - b).map(([urn]) => urn);
    const [first, ...others] = names;
    const wait = first ? `; under way: ${resourceWords(first)}` : "";
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    const line =
      this.#objects.size === 0
        ? "Pulumi and the program are starting"
        : this.options.preview
          ? `${this.#objects.size} objects looked at so far`
          : `${this.#done} of ${this.#objects.size} objects declared so far${wait}${more}`;
    if (line === this.#lastHeartbeat && !first) {
      return [];
    }
    this.#lastHeartbeat = line;
    return [`  ${this.#seconds()} s: ${line}`];
  }

  #seconds(): number {
    return Math.round((this.now() - this.began) / 1000);
  }

  #message({ urn, message, severity, ephemeral }: EngineEvent["diagnosticEvent"] & object) {
    const text = withoutColours(message);
    if (ephemeral || text === "" || severity === "debug" || this.options.quiet?.(text)) {
      return [];
    }
    this.told.push(text);
    const word = severity.startsWith("info") ? "" : `${severity}: `;
    const about = urn && !urn.includes("::pulumi:pulumi:Stack::") ? `${resourceWords(urn)}: ` : "";
    return `${word}${about}${text}`.split("\n").map((line) => `  ${line}`);
  }

  #begin({ urn, old, new: made }: Step): string[] {
    if ((made ?? old)?.custom) {
      this.#objects.add(urn);
      this.#underWay.set(urn, this.now());
    }
    return [];
  }

  #end({ op, urn, diffs = [], old, new: made }: Step): string[] {
    if (!(made ?? old)?.custom) {
      return [];
    }
    if (this.#underWay.delete(urn)) {
      this.#done += 1;
    }
    const fields = op === "update" && diffs.length > 0 ? ` (${diffs.join(", ")})` : "";
    return counted.has(op) || this.options.preview
      ? []
      : [`  ${verb(op)}: ${resourceWords(urn)}${fields}`];
  }

  #sum({ durationSeconds, resourceChanges }: EngineEvent["summaryEvent"] & object): string {
    const parts = Object.entries(resourceChanges)
      .filter(([, count]) => count > 0)
      .map(([op, count]) => `${count} ${(this.options.preview && planned[op]) || verb(op)}`);
    return `  ${parts.join(", ") || "nothing to do"}, in ${durationSeconds} s`;
  }
}

/**
 * What Pulumi warns of in every run in the lab: its tools lie side by side on PATH, and the provider
 * is older than the npm package (README, "The lab").
 */
export const toolsOfTheLab = (message: string): boolean =>
  /^using pulumi-\S+ from \$PATH at /.test(message) ||
  /^resource plugin \S+ is expected to have version >=/.test(message);
