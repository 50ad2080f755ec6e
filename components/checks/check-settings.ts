import * as pulumi from "@pulumi/pulumi";
import type { Level } from "../../analysis/mesh/check";
import { type Suppression, suppressionOf } from "../../analysis/mesh/suppression";
import { entryPath } from "../../arguments/argument-path";
import { checkArguments } from "../../arguments/check-arguments";
import { shown } from "../../arguments/shown";
import { didYouMean } from "../../values/closest";
import { checksConfigKey } from "../../values/known-names";
import { allChecks } from "./all-checks";

/** How findings of a check are told. */
export const CheckLevel = {
  /** The preview, or the update, ends. */
  Error: "error",
  /** A warning at the resource. */
  Warning: "warning",
  /** Counted, not told. */
  Info: "info",
  /** Not even counted. */
  Off: "off",
} as const;
export type CheckLevel = (typeof CheckLevel)[keyof typeof CheckLevel];

/** Settings of the checks between the objects of a program. */
export interface MeshChecksArgs {
  /**
   * Whether the objects of the program are checked together at its end.
   * @default true
   */
  enabled?: boolean;
  /**
   * Levels by code (`IST0101`, `KIA1107`), or by a check's own name.
   * @default - each check's own
   * @see https://istio.io/latest/docs/reference/config/analysis/
   */
  levels?: { [code: string]: CheckLevel };
  /**
   * What is not to be told, as istioctl writes it: `IST0103=Pod name.namespace`; `*` stands for any
   * text.
   * @default - all is told
   */
  suppress?: string[];
  /**
   * What lies in the cluster and not in this program: `namespace/*`, `namespace/name`, `Kind
   * namespace/name` or the full host of a Service. May be an output of another stack.
   * @default - a namespace of which the program declares nothing of a kind is another's
   */
  external?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The settings as they are used. */
export interface Settings {
  enabled: boolean;
  levelOf(names: readonly string[], own: Level): CheckLevel;
  suppressions: readonly Suppression[];
  external: pulumi.Input<pulumi.Input<string>[]>;
}

function names(): Set<string> {
  const { checks, objectRules } = allChecks();
  return new Set(
    [...objectRules, ...checks].flatMap(({ id, code, aliases }) => [id, code, ...aliases]),
  );
}

const nameProblem = (name: string): string | undefined => {
  const known = names();
  return known.has(name)
    ? undefined
    : `${shown(name)} is no code or name of a check${didYouMean(name, known)}`;
};

const suppressionProblem = (text: string): string | undefined => {
  const one = suppressionOf(text);
  return one === undefined
    ? `${shown(text)}: "CODE=Kind name.namespace" is expected`
    : one.code === "*"
      ? undefined
      : nameProblem(one.code);
};

/** What `meshChecks` takes, checked; `owner` says where it stands. */
export function settingsOf(owner: string, unchecked: MeshChecksArgs): Settings {
  const check = checkArguments<MeshChecksArgs>("meshChecks", owner, unchecked);
  const { enabled = true, levels = {}, suppress = [], external = [] } = check.args;
  for (const name of Object.keys(levels)) {
    check.plain(entryPath("levels", name), name, nameProblem);
  }
  for (const [i, text] of suppress.entries()) {
    check.plain(`suppress[${i}]`, text, suppressionProblem);
  }
  check.done();
  return {
    enabled,
    levelOf: (called, own) =>
      called.map((name) => levels[name]).find((level) => level !== undefined) ?? own,
    suppressions: suppress.flatMap((text) => suppressionOf(text) ?? []),
    external,
  };
}

/** What the stack's configuration says; `false` or `off` for no checks at all. */
export function configuredChecks(): MeshChecksArgs {
  const config = new pulumi.Config("istio-mesh");
  const text = config.get("checks");
  if (text === undefined || text === "on" || text === "true") {
    return {};
  }
  if (text === "off" || text === "false") {
    return { enabled: false };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // Told below, like anything else that is no settings.
  }
  throw new pulumi.RunError(
    `${checksConfigKey}: ${shown(text)}: "off", or a map with enabled, levels, suppress or external, is expected`,
  );
}
